/**
 * The fifteen statistical tests of NIST SP 800-22 Rev 1a.
 *
 * <table>
 * <caption>Bits that each test needs in the suite</caption>
 * <tr><th>test</th><th>results</th><th>bits</th></tr>
 * <tr><td>Frequency, Runs, CumulativeSums</td><td>1, 1, 2</td><td>100</td></tr>
 * <tr><td>BlockFrequency (M = 128), LongestRun</td><td>1, 1</td><td>128</td></tr>
 * <tr><td>FFT</td><td>1</td><td>1,000</td></tr>
 * <tr><td>Rank</td><td>1</td><td>38,912</td></tr>
 * <tr><td>ApproximateEntropy (m = 10)</td><td>1</td><td>65,536</td></tr>
 * <tr><td>NonOverlappingTemplate (m = 9)</td><td>148</td><td>81,984</td></tr>
 * <tr><td>Universal</td><td>1</td><td>387,840</td></tr>
 * <tr><td>Serial (m = 16)</td><td>2</td><td>524,288</td></tr>
 * <tr><td>OverlappingTemplate, LinearComplexity</td><td>1, 1</td><td>1,000,000</td></tr>
 * <tr><td>RandomExcursions, RandomExcursionsVariant</td><td>8, 18</td>
 * <td>1,000,000 and 500 cycles</td></tr>
 * </table>
 */
package io.spindrift.entropy.sp80022;
