package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateItem;
import jp.tenken.kernel.template.TemplateSection;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as it is answered.
 *
 * @param contractId whose checklist
 * @param revision which revision, from 1
 * @param state where the revision stands
 * @param kind why the revision was opened; null for the first one
 * @param reason the same in words; null for the first one
 * @param consultationId the consultation that the revision carries; null = none
 * @param version what {@code If-Match} means on what is done to the checklist as a whole
 * @param effectiveOn from which day the revision is in force; null while nobody confirmed it
 * @param inForce what is in force on the day that was asked for; null where nothing is
 * @param template whose items these are
 * @param sections in the order of the form
 * @param hints what looks odd
 * @param progress how much is decided
 */
public record ChecklistAnswer(
        ContractId contractId,
        int revision,
        RevisionState state,
        @Nullable RevisionKind kind,
        @Nullable String reason,
        @Nullable ConsultationId consultationId,
        long version,
        @Nullable LocalDate effectiveOn,
        @Nullable InForce inForce,
        TemplateReference template,
        List<Section> sections,
        List<Hint> hints,
        Progress progress) {

    /**
     * What is in force.
     *
     * @param revision which revision
     * @param since from which day
     */
    public record InForce(int revision, LocalDate since) {}

    /**
     * A version of a template.
     *
     * @param id which template
     * @param version which of its versions
     */
    public record TemplateReference(String id, int version) {}

    /**
     * A part of the form.
     *
     * @param code OPS, SYS
     * @param titleJa title in Japanese
     * @param titleEn title in English
     * @param items in the order of the form
     */
    public record Section(String code, String titleJa, String titleEn, List<Item> items) {}

    /**
     * An item with its answer.
     *
     * @param itemCode which item
     * @param titleJa short title in Japanese
     * @param titleEn short title in English
     * @param textJa what the form says, in Japanese
     * @param textEn the same in English
     * @param answer undecided, implement or not_needed
     * @param symbol what is printed: nothing, ○ or －
     * @param reason why
     * @param changeReason why it was decided otherwise than before
     * @param note what somebody wanted to remember
     * @param decidedBy who decided last
     * @param decidedAt when
     * @param version number of decisions and reconfirmations of the item; what {@code If-Match}
     *     means on a decision
     */
    public record Item(
            ItemCode itemCode,
            String titleJa,
            String titleEn,
            String textJa,
            String textEn,
            Answer answer,
            String symbol,
            @Nullable String reason,
            @Nullable String changeReason,
            @Nullable String note,
            @Nullable ShownActor decidedBy,
            @Nullable Instant decidedAt,
            long version) {

        static Item of(TemplateItem item, @Nullable DecidedItem decided, Disclosed shown) {
            Answer answer = decided == null ? Answer.UNDECIDED : decided.answer();
            return new Item(
                    item.itemCode(),
                    item.titleJa(),
                    item.titleEn(),
                    item.textJa(),
                    item.textEn(),
                    answer,
                    answer.symbol(),
                    decided == null ? null : decided.reason(),
                    decided == null ? null : decided.changeReason(),
                    decided == null ? null : decided.note(),
                    decided == null ? null : shown.actor(decided.decidedBy()),
                    decided == null ? null : decided.decidedAt(),
                    decided == null ? 0 : decided.version());
        }
    }

    /**
     * How much is decided.
     *
     * @param decided decided items
     * @param total items
     */
    public record Progress(int decided, int total) {}

    static ChecklistAnswer of(
            ChecklistRow row,
            PinnedTemplate pinned,
            LocalDate inForceOn,
            LocalDate today,
            Disclosed shown) {
        ChecklistTemplate template = pinned.template();
        LatestRevision revision = row.answers().latest();
        ConfirmedRevision confirmed = row.confirmed(revision.number());
        ConfirmedRevision inForce = ConfirmedRevision.inForceOn(inForceOn, row.confirmed());
        return new ChecklistAnswer(
                row.contractId(),
                revision.number(),
                revision.state(),
                revision.kind(),
                revision.reason(),
                revision.consultationId(),
                row.version(),
                confirmed == null ? null : confirmed.effectiveOn(),
                inForce == null ? null : new InForce(inForce.number(), inForce.effectiveOn()),
                new TemplateReference(pinned.id(), pinned.version()),
                template.sections().stream().map(section -> section(section, row, shown)).toList(),
                ConsistencyHints.of(row, today),
                new Progress(row.answers().decided().size(), template.items().size()));
    }

    private static Section section(TemplateSection section, ChecklistRow row, Disclosed shown) {
        return new Section(
                section.code(),
                section.titleJa(),
                section.titleEn(),
                section.items().stream()
                        .map(item -> Item.of(item, row.decision(item.itemCode()), shown))
                        .toList());
    }
}
