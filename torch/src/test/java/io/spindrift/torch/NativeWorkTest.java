package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.progress.Progress;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NativeWorkTest {
  @Test
  void theEndWaitsForRunningWork() throws InterruptedException {
    NativeWork work = new NativeWork();
    CountDownLatch finished = new CountDownLatch(1);
    work.begin(true);
    Thread hook =
        new Thread(() -> {
          work.finish();
          finished.countDown();
        });
    hook.start();
    while (!refuses(work)) {
      Thread.onSpinWait();
    }
    assertThat(finished.getCount()).isEqualTo(1);
    work.end();
    hook.join();
    assertThat(finished.getCount()).isZero();
  }

  @Test
  void atTheEndNumbersAreStillMovedButNoNetworkStarts() {
    NativeWork work = new NativeWork();
    work.finish();
    assertThatThrownBy(() -> work.begin(true)).isInstanceOf(Progress.Stopped.class);
    work.begin(false);
    work.end();
    work.finish();
  }

  private static boolean refuses(NativeWork work) {
    try {
      work.begin(true);
      work.end();
      return false;
    } catch (Progress.Stopped stopped) {
      return true;
    }
  }
}
