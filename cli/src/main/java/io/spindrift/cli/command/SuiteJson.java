package io.spindrift.cli.command;

import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.entropy.sp80022.ProportionCheck;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.entropy.sp80022.TestSummary;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the document of {@code entropy test --json} field by field, one result to a line, because
 * ten thousand sequences have two million results.
 */
final class SuiteJson {
  private final JsonGenerator json;

  private SuiteJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the document and leaves the writer open. */
  static void write(Writer out, SuiteView view) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      new SuiteJson(json).document(view);
      json.writeRaw('\n');
    }
  }

  private void document(SuiteView view) {
    SequencePlan plan = view.plan();
    SuiteReport report = view.report();
    json.writeStartObject();
    json.writeStringProperty("file", plan.record().file().toString());
    json.writeStringProperty("suite", Suite.SP800_22.toString());
    json.writeStringProperty("format", plan.record().format().label());
    json.writeStringProperty("bitOrder", view.bitOrder());
    json.writeNumberProperty("skippedBits", plan.skippedBits());
    json.writeNumberProperty("lengthBits", report.lengthBits());
    json.writeNumberProperty("sequences", report.sequences());
    json.writeNumberProperty(
        "sequencesAsked", report.stoppedEarly() ? plan.sequences() : report.sequences());
    json.writeBooleanProperty("stoppedEarly", report.stoppedEarly());
    json.writeStringProperty(
        "constants", view.constants() == ReferenceConstants.STS ? "sts" : "exact");
    json.writeNumberProperty("level", report.level());
    json.writeNumberProperty("checks", report.checks());
    json.writeStringProperty("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("rejectedBy");
    report.rejectedBy().forEach(this::rejection);
    json.writeEndArray();
    json.writeNumberProperty("poolingLimit", report.poolingLimit());
    json.writeNumberProperty("detectableOffset", view.detectableOffset());
    json.writeArrayPropertyStart("summary");
    Function<TestSummary, ProportionCheck> intervals = view.intervals();
    report.summaries().forEach(summary -> summary(summary, intervals));
    json.writeEndArray();
    json.writeArrayPropertyStart("results");
    for (int i = 0; i < report.results().size(); i++) {
      results(i, report.results().get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void rejection(SuiteReport.Rejection rejection) {
    json.writeStartObject();
    json.writeStringProperty("test", rejection.test());
    json.writeStringProperty("parameter", rejection.parameter());
    json.writeStringProperty("check", rejection.check());
    json.writeNumberProperty("pValue", rejection.pValue());
    json.writeEndObject();
  }

  private void summary(TestSummary summary, Function<TestSummary, ProportionCheck> intervals) {
    line();
    json.writeStartObject();
    json.writeStringProperty("test", summary.test());
    json.writeStringProperty("parameter", summary.parameter());
    json.writeNumberProperty("applicable", summary.applicable());
    json.writeNumberProperty("passed", summary.passed());
    optional("proportion", summary.proportion());
    boolean pooled = summary.applicable() > 1;
    ProportionCheck interval = pooled ? intervals.apply(summary) : new ProportionCheck(0, 1);
    optional(
        "proportionLowest", pooled ? OptionalDouble.of(interval.lowest()) : OptionalDouble.empty());
    optional(
        "proportionHighest",
        pooled ? OptionalDouble.of(interval.highest()) : OptionalDouble.empty());
    optional("proportionPValue", summary.proportionPValue());
    optional("uniformityPValue", summary.uniformityPValue());
    optional("smallestPValue", summary.smallestPValue());
    json.writeNumberProperty("poolingLimit", summary.poolingLimit());
    reason(summary.reason());
    json.writeEndObject();
  }

  private void results(int sequence, List<TestResult> results) {
    for (TestResult result : results) {
      line();
      json.writeStartObject();
      json.writeNumberProperty("sequence", sequence);
      json.writeStringProperty("test", result.test());
      json.writeStringProperty("parameter", result.parameter());
      switch (result.outcome()) {
        case Judged judged -> {
          json.writeNumberProperty("pValue", judged.pValue());
          json.writeBooleanProperty("applicable", true);
          json.writeBooleanProperty("pass", judged.pValue() >= ProportionCheck.ALPHA);
          reason("");
        }
        case NotApplicable none -> {
          json.writeNullProperty("pValue");
          json.writeBooleanProperty("applicable", false);
          json.writeNullProperty("pass");
          reason(none.reason());
        }
      }
      json.writeEndObject();
    }
  }

  private void reason(String reason) {
    if (reason.isEmpty()) {
      json.writeNullProperty("reason");
    } else {
      json.writeStringProperty("reason", reason);
    }
  }

  private void optional(String name, OptionalDouble value) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value.getAsDouble());
    }
  }

  /** Begins a line; white space is allowed between the elements of an array. */
  private void line() {
    json.writeRaw('\n');
  }
}
