package jp.tenken.it.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.runtime.json.PayloadJson;
import org.jspecify.annotations.Nullable;

/** Writes logs as the program does, and, where a test wants it, as it must never. */
final class Logbook {

    private final PayloadJson json = new PayloadJson();
    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Hash> chains = new HashMap<>();
    private final String tenant = Town.ALL.getFirst().tenant();

    /** A contract, registered. */
    Logbook registered(String contract, String mark) {
        return add(
                contract,
                new ContractRegistered(
                        ContractId.of(contract),
                        mark,
                        "title",
                        DepartmentCode.of("0101"),
                        List.of(),
                        new Contractor(ContractorId.of("contractor"), "name", null),
                        new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31))),
                1);
    }

    /** An item, decided as {@link Write} decides with a mark. */
    Logbook decided(String contract, String item, String mark, long version) {
        return add(
                contract,
                new ItemDecided(
                        ContractId.of(contract),
                        1,
                        ItemCode.of(item),
                        Answer.IMPLEMENT,
                        null,
                        null,
                        mark),
                version);
    }

    /** The same with the last commit otherwise than it was sealed. */
    Logbook tampered(UnaryOperator<Commit> with) {
        commits.add(with.apply(commits.removeLast()));
        return this;
    }

    /** A log with these commits. */
    InMemoryCommitLog log() {
        InMemoryCommitLog log = new InMemoryCommitLog();
        Await.value(log.tryAppend(0, commits));
        return log;
    }

    private Logbook add(String contract, Record payload, long version) {
        int number = commits.size() + 1;
        StoredEvent event =
                new StoredEvent(
                        "event-" + number,
                        EventCatalogue.nameOf(payload.getClass()),
                        "1",
                        Instant.EPOCH,
                        List.of(new EventTag(Tags.CONTRACT, contract)),
                        metadata(version),
                        json.write(payload),
                        new byte[StoredEvent.SALT_LENGTH]);
        String chain = Tags.CONTRACT + ":" + contract;
        CommitHeader header =
                CommitSeal.seal(
                        number,
                        UUID.nameUUIDFromBytes(
                                ("append-" + number).getBytes(StandardCharsets.UTF_8)),
                        tenant,
                        number,
                        number,
                        List.of(CommitSeal.digest(event)),
                        commits.isEmpty() ? Hash.NONE : commits.getLast().header().hash(),
                        Map.of(chain, chains.getOrDefault(chain, Hash.NONE)));
        chains.put(chain, header.hash());
        commits.add(new Commit(header, List.of(event)));
        return this;
    }

    private static Map<String, @Nullable String> metadata(long version) {
        Map<String, @Nullable String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.RESOURCE_VERSION, Long.toString(version));
        metadata.put(MetadataKeys.ACTOR_SUBJECT, "tanaka");
        metadata.put(MetadataKeys.ACTOR_ROLE, "department-staff");
        return metadata;
    }
}
