package jp.tenken.kernel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.kernel.Remark;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every text that an event holds in the clear, and why it may: whoever adds one decides here
 * whether names can come to stand in it. Everything else that people write is a {@link SealedText}.
 */
class WordsOfEventsTest {

    /** Made by a program, or the subject of a token. */
    private static final Set<String> IDENTIFIERS =
            Set.of(
                    "ChecklistApproved.onBehalfOf",
                    "ChecklistConfirmed.onBehalfOf",
                    "ChecklistOpened.templateId",
                    "ChecklistSentBack.onBehalfOf",
                    "ChecklistSubmissionWithdrawn.onBehalfOf",
                    "ChecklistSubmitted.onBehalfOf",
                    "PersonErased.personId",
                    "TemplateAdopted.templateId",
                    "TextRedacted.eventId",
                    "TextRedacted.keyIds");

    /** What a thing is called in public: in the register of contracts, in by-laws, on a map. */
    private static final Set<String> PUBLIC_NAMES =
            Set.of(
                    "ContractAmended.contractNumber",
                    "ContractAmended.title",
                    "ContractFacts.governingLaw",
                    "ContractFacts.serverCountry",
                    "ContractRegistered.contractNumber",
                    "ContractRegistered.title",
                    "Contractor.name",
                    "ContractorNamed.name",
                    "DepartmentEstablished.nameEn",
                    "DepartmentEstablished.nameJa",
                    "DepartmentRenamed.nameEn",
                    "DepartmentRenamed.nameJa",
                    "EvidenceReferenced.documentNumber",
                    "EvidenceReferenced.title",
                    "MunicipalityOnboarded.nameEn",
                    "MunicipalityOnboarded.nameJa",
                    "PolicyEditionIssued.edition",
                    "PolicyEditionIssued.titleJa",
                    "TemplateWording.kindEn",
                    "TemplateWording.kindJa",
                    "TemplateWording.nameEn",
                    "TemplateWording.nameJa");

    /** The ground of a decision: printed, or part of the record that anybody may ask for. */
    private static final Set<String> GROUNDS =
            Set.of(
                    "ContractAmended.reason",
                    "ContractClosed.reason",
                    "ContractTransferredToDepartment.reason",
                    "EvidenceWithdrawn.reason",
                    "ItemAnswer.reason",
                    "ItemDecided.changeReason",
                    "ItemDecided.reason",
                    "ItemDecisionRevised.changeReason",
                    "RevisionDiscarded.reason",
                    "RevisionOpened.reason");

    /** Delivered to nobody. */
    private static final Set<String> REMARKS =
            Set.of("ItemDecided.note", "ItemDecisionRevised.note");

    @Test
    void whatStandsInTheClearIsIdentifierPublicNameGroundOrRemark() {
        Set<String> found = new TreeSet<>();
        EventCatalogue.types().forEach(type -> collect(type.payload(), found));

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(IDENTIFIERS, PUBLIC_NAMES, GROUNDS, REMARKS)
                                .flatMap(Set::stream)
                                .toList());
    }

    @Test
    void remarksAreMarkedSoThatTheFeedLeavesThemOutAndMayBeAbsent() {
        Set<String> marked =
                EventCatalogue.types().stream()
                        .flatMap(
                                type ->
                                        type.remarks().stream()
                                                .map(
                                                        field ->
                                                                type.payload().getSimpleName()
                                                                        + "."
                                                                        + field))
                        .collect(Collectors.toSet());

        assertThat(marked).isEqualTo(REMARKS);
        EventCatalogue.types().stream()
                .flatMap(type -> Stream.of(type.payload().getRecordComponents()))
                .filter(part -> part.isAnnotationPresent(Remark.class))
                .forEach(
                        part ->
                                assertThat(
                                                part.getAnnotatedType()
                                                        .isAnnotationPresent(Nullable.class))
                                        .as("%s", part)
                                        .isTrue());
    }

    private static void collect(Class<?> record, Set<String> found) {
        for (RecordComponent part : record.getRecordComponents()) {
            Class<?> content = contentOf(part.getGenericType());
            if (content == String.class) {
                found.add(record.getSimpleName() + "." + part.getName());
            } else if (content.isRecord()
                    && content != SealedText.class
                    && !TextValue.class.isAssignableFrom(content)) {
                collect(content, found);
            }
        }
    }

    private static Class<?> contentOf(Type type) {
        return type instanceof ParameterizedType many
                ? contentOf(many.getActualTypeArguments()[0])
                : (Class<?>) type;
    }
}
