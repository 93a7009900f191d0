package io.spindrift.device.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.drive.Waveform.Corner;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveformTest {
  @Test
  void widthIsCountedBetweenTheMiddlesOfTheEdges() {
    Waveform pulse = new PulseShape(0.2e-9, 0.4e-9).pulse(1.5, 1e-9);
    assertThat(area(pulse)).isCloseTo(1.5e-9, within(1e-21));
    assertThat(pulse.endSeconds()).isCloseTo(1.3e-9, within(1e-21));
    assertThat(pulse.peakVolts()).isEqualTo(1.5);
    assertThat(PulseShape.IDEAL.pulse(1.5, 1e-9)).isEqualTo(Waveform.rectangle(1.5, 1e-9));
  }

  @Test
  void edgesMustFitThePulse() {
    assertThat(PulseShape.edges(1e-9).pulse(1, 1e-9).corners().get(2).seconds()).isEqualTo(1e-9);
    assertThatThrownBy(() -> PulseShape.edges(1.1e-9).pulse(1, 1e-9))
        .hasMessage("pulse must be at least half of rise and fall together, 1.1 ns, but was 1 ns");
  }

  @Test
  void aTrainRepeatsThePulseAtItsPeriod() {
    Waveform train = Waveform.rectangle(-0.7, 1e-9).repeated(5, 3e-9);
    assertThat(area(train)).isCloseTo(-3.5e-9, within(1e-21));
    assertThat(train.endSeconds()).isCloseTo(13e-9, within(1e-20));
    assertThat(train.peakVolts()).isEqualTo(0.7);
    assertThatThrownBy(() -> Waveform.rectangle(1, 2e-9).repeated(2, 1e-9))
        .hasMessageContaining("period must be at least the length of one pulse");
    assertThatThrownBy(() -> Waveform.rectangle(1, 2e-9).repeated(2_000_000, 3e-9))
        .hasMessageContaining("count must be between");
  }

  @Test
  void simplifyingKeepsEveryCornerWithinItsDistanceAndEveryJump() {
    RandomStream random = StreamKey.root(3).purpose("waveform").open();
    List<Corner> corners = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      double volts = Math.sin(i * 2e-3) + 5e-4 * random.nextGaussian();
      corners.add(new Corner(i * 1e-12, volts));
    }
    corners.add(new Corner(4999e-12, 2));
    corners.add(new Corner(5100e-12, 2));
    Waveform whole = new Waveform(corners);
    Waveform few = whole.simplified(0.01);
    assertThat(few.corners().size()).isBetween(10, 150);
    assertThat(few.endSeconds()).isEqualTo(whole.endSeconds());
    assertThat(few.corners()).contains(corners.get(4999), corners.get(5000));
    int at = 0;
    for (Corner corner : corners.subList(0, 4999)) {
      while (few.corners().get(at + 1).seconds() < corner.seconds()) {
        at++;
      }
      Corner a = few.corners().get(at);
      Corner b = few.corners().get(at + 1);
      double share = (corner.seconds() - a.seconds()) / (b.seconds() - a.seconds());
      double line = a.volts() + share * (b.volts() - a.volts());
      assertThat(line).isCloseTo(corner.volts(), within(0.01 + 1e-9));
    }
    Waveform rectangle = Waveform.rectangle(1, 1e-9);
    assertThat(rectangle.simplified(0.1)).isEqualTo(rectangle);
  }

  private static double area(Waveform waveform) {
    double area = 0;
    for (int i = 1; i < waveform.corners().size(); i++) {
      Corner a = waveform.corners().get(i - 1);
      Corner b = waveform.corners().get(i);
      area += 0.5 * (a.volts() + b.volts()) * (b.seconds() - a.seconds());
    }
    return area;
  }
}
