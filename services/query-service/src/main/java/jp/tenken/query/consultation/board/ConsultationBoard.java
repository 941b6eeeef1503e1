package jp.tenken.query.consultation.board;

import java.util.function.Function;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.consultation.board.ConsultationRow.State;
import org.jspecify.annotations.Nullable;

/** One row per consultation, keyed by its id and sorted by the sequence of its opening. */
public final class ConsultationBoard {

    /** Attribute: {@code true} while nothing came of it. */
    static final String OPEN = "open";

    /** Attribute: what it is about. */
    static final String TOPIC = "topic";

    private static final int SEQUENCE_DIGITS = 19;

    /** The view. */
    public static final View<ConsultationRow> VIEW = view();

    private ConsultationBoard() {}

    private static View<ConsultationRow> view() {
        ViewBuilder<ConsultationRow> view =
                View.of("consultations", 1, ConsultationRow.class)
                        .sort(row -> padded(row.openedAt()))
                        .attribute(OPEN, row -> Boolean.toString(row.state() == State.OPEN))
                        .attribute(TOPIC, row -> row.topic().value())
                        .insert(
                                ConsultationOpened.class,
                                event -> event.consultationId().value(),
                                ConsultationRow::of)
                        .update(
                                ConsultationProposalMade.class,
                                event -> event.consultationId().value(),
                                ConsultationRow::evolve)
                        .update(
                                ConsultationAgreed.class,
                                event -> event.consultationId().value(),
                                ConsultationRow::evolve);
        step(view, ConsultationRefused.class, State.REFUSED, ConsultationRefused::reason);
        step(view, ConsultationWithdrawn.class, State.WITHDRAWN, ConsultationWithdrawn::reason);
        step(view, ConsultationClosed.class, State.CLOSED, ConsultationClosed::comment);
        return view.build();
    }

    private static <E extends ConsultationEvent> void step(
            ViewBuilder<ConsultationRow> view,
            Class<E> type,
            State state,
            Function<E, @Nullable SealedText> text) {
        view.update(
                type,
                (E event) -> event.consultationId().value(),
                (row, event, envelope) -> row.step(state, text.apply(event), envelope));
    }

    private static String padded(long sequence) {
        String text = Long.toString(sequence);
        return "0".repeat(SEQUENCE_DIGITS - text.length()) + text;
    }
}
