package io.spindrift.experiment;

import java.nio.file.Path;

/** Who is told how a run goes, stage by stage. */
public interface StageListener {
  /** A listener that says nothing. */
  StageListener NONE =
      new StageListener() {
        @Override
        public void began(Path directory, boolean resumed, String images) {}

        @Override
        public void stageBegan(String stage) {}

        @Override
        public void stageFinished(String stage, String sentence, double seconds) {}

        @Override
        public void stageKept(String stage) {}
      };

  /**
   * The run has its folder and its images.
   *
   * @param directory where results go
   * @param resumed whether an earlier sitting began it
   * @param images which images were found, one sentence
   */
  void began(Path directory, boolean resumed, String images);

  /** A stage begins. */
  void stageBegan(String stage);

  /** A stage has finished and its results are written. */
  void stageFinished(String stage, String sentence, double seconds);

  /** A stage had finished in an earlier sitting and is not done again. */
  void stageKept(String stage);
}
