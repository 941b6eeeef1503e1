package jp.tenken.testkit.architecture.samples.messages;

import jp.tenken.projections.View;

/** A view that nobody specified, with a row that can change. */
public final class Things {

    /** Its rows change. */
    public static final View<ThingRow> VIEW = View.of("things", 1, ThingRow.class).build();

    private Things() {}

    /** What is in it can be written to. */
    public record ThingRow(StringBuilder text) {}
}
