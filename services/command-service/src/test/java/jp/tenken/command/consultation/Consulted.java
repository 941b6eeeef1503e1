package jp.tenken.command.consultation;

import java.util.List;
import java.util.Set;
import jp.tenken.command.Folded;
import jp.tenken.command.Given;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;

/** The consultation with which the tests of this area begin, and its contract. */
public final class Consulted {

    /** A consultation. */
    public static final ConsultationId ID = ConsultationId.of("con-1");

    /** The item that it is about. */
    public static final ItemCode ITEM = ItemCode.of("SYS-11");

    /** The contractor itself. */
    public static final Scope AS_CONTRACTOR =
            Scope.ofContractors(Set.of(Given.registered().contractor().contractorId()));

    private Consulted() {}

    /** The municipality opened it. */
    public static ConsultationOpened opened(Topic topic, Side side) {
        return new ConsultationOpened(
                ID,
                Given.CONTRACT,
                topic,
                Given.SEALED,
                Given.SEALED,
                List.of(ITEM),
                null,
                null,
                side);
    }

    /** The consultation about a measure, open. */
    public static Consultation open() {
        return Folded.into(new Consultation(), opened(Topic.MEASURE_CHANGE, Side.MUNICIPALITY));
    }

    /** The consultation, closed. */
    public static Consultation closed() {
        return Folded.into(open(), new ConsultationClosed(ID, Given.CONTRACT, null));
    }

    /** The contract with its checklist, after more events. */
    public static ConsultedContract contract(Object... events) {
        return Folded.into(
                Folded.into(new ConsultedContract(), Given.registered(), Given.opened()), events);
    }

    /** The contract with a confirmed checklist, after more events. */
    public static ConsultedContract confirmed(Object... events) {
        return Folded.into(
                contract(Given.submitted(1), Given.approved(1), Given.confirmed(1)), events);
    }
}
