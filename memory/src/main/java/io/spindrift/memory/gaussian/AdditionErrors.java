package io.spindrift.memory.gaussian;

import io.spindrift.numerics.Require;

/**
 * How often one addition is right, and how far off it is, when each result errs by chance.
 *
 * <p>In the array each result of row logic flips with probability e. Let the carry be right (R) or
 * wrong (W). A sum of one XOR flips with f = e, of two with f = 2 e (1 - e). From R the sum is
 * right with 1 - f and the next carry wrong with e. From W the sum is right with f, and the next
 * carry is as likely right as wrong, because the other digit of the stored number is: the two
 * digits that meet agree in half of all cases, and then the carry is what they are. So for a stored
 * number whose digits are fair and independent the probability of a right result is a product of n
 * two by two matrices, exactly. A count that is itself wrong is not part of it.
 *
 * <p>In periphery a digit is read wrong with r and written wrong with e: the stored number is the
 * right one when no digit is written wrong and none was read wrong, or both cancel.
 *
 * @param error probability that a result, or a written cell, is wrong
 * @param readError probability that a cell is read wrong, in periphery
 */
public record AdditionErrors(double error, double readError) {
  /** Checks the ranges. */
  public AdditionErrors {
    Require.inRange("error of a result", error, 0, 1, "");
    Require.inRange("error of a read", readError, 0, 1, "");
  }

  /**
   * P(all digits right) inside the array.
   *
   * @param places digits n that the carry can reach
   * @param countBits digits m of the count
   */
  public double rightInMemory(int places, int countBits) {
    double right = 1;
    double wrong = 0;
    double two = 2 * error * (1 - error);
    for (int place = 0; place < places; place++) {
      double flip = place > 0 && place < countBits ? two : error;
      double fromRight = right * (1 - flip);
      double fromWrong = wrong * flip;
      right = fromRight * (1 - error) + fromWrong / 2;
      wrong = fromRight * error + fromWrong / 2;
    }
    return right + wrong;
  }

  /** Mean squared error inside the array to first order in e, in units of the place added at. */
  public double squareInMemory(int places, int countBits) {
    double sum = 0;
    for (int place = 0; place < places; place++) {
      double worth = Math.pow(4, place);
      sum += worth * (place > 0 && place < countBits ? 2 : 1);
      sum += place + 1 < places ? 4 * worth : 0;
    }
    return error * sum;
  }

  /** Mean squared error in periphery to first order, in units of the place added at. */
  public double squareInPeriphery(int places) {
    return (error + readError) * (Math.pow(4, places) - 1) / 3;
  }

  /** P(all digits right) in periphery when nothing is read wrong: (1 - e)^n. */
  public double rightInPeriphery(int places) {
    if (readError != 0) {
      throw new IllegalStateException(
          "error of a read must be 0 for this figure, but was " + readError);
    }
    return Math.pow(1 - error, places);
  }
}
