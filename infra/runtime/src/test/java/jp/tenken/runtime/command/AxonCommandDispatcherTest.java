package jp.tenken.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.tenken.edge.Actor;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.eventstore.tck.Fault;
import jp.tenken.eventstore.tck.FaultyCommitLog;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.AxonAssembly;
import jp.tenken.runtime.command.Tally.Count;
import jp.tenken.runtime.json.PayloadConverter;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AxonCommandDispatcherTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final TenantId SHINJUKU = TenantId.of("t-shinjuku");
    private static final TenantId SHIBUYA = TenantId.of("t-shibuya");

    private final InMemoryCommitLog engine = new InMemoryCommitLog();
    private EventLog log;
    private AxonConfiguration axon;
    private AxonCommandDispatcher dispatcher;

    @BeforeEach
    void assemble() throws Exception {
        assemble(engine, CommandListener.NONE);
    }

    @AfterEach
    void close() {
        close(axon, log);
        engine.close();
    }

    private void assemble(CommitLog commits, CommandListener listener) throws Exception {
        log = open(commits);
        axon =
                AxonAssembly.start(
                        log,
                        new PayloadConverter(new PayloadJson()),
                        Upcasters.NONE,
                        Tally::configure);
        dispatcher =
                new AxonCommandDispatcher(
                        axon.getComponent(CommandBus.class),
                        axon.getComponent(MessageTypeResolver.class),
                        log,
                        Clock.systemUTC(),
                        UUID::randomUUID,
                        listener);
    }

    private static EventLog open(CommitLog commits) throws Exception {
        return EventLog.open(commits, Set.of("tally"), Clock.systemUTC()).get(30, TimeUnit.SECONDS);
    }

    private static void close(AxonConfiguration axon, EventLog log) {
        axon.shutdown();
        log.close();
    }

    @Test
    void aDecisionIsAppendedAndTheReceiptSaysWhere() {
        assertThat(send(new Count("a", 1, 10), context(SHINJUKU, null, "d")))
                .isEqualTo(new Receipt("a", 1, 1, true, false));
        assertThat(send(new Count("a", 2, 10), context(SHINJUKU, null, "d")))
                .isEqualTo(new Receipt("a", 2, 2, true, false));
    }

    @Test
    void anEventCarriesWhoDidItAndWhatItWasAboutButNotHowItWasAppended() throws Exception {
        send(new Count("a", 1, 10), context(SHINJUKU, "key-1", "digest"));

        Commit commit = commits().getFirst();
        assertThat(commit.header().tenant()).isEqualTo("t-shinjuku");
        assertThat(commit.events().getFirst().name()).isEqualTo("toy.Counted");
        assertThat(commit.events().getFirst().metadata())
                .containsEntry(MetadataKeys.ACTOR_SUBJECT, "tanaka")
                .containsEntry(MetadataKeys.ACTOR_ROLE, "department-staff")
                .containsEntry(MetadataKeys.ACTOR_DEPARTMENT, "0101")
                .containsEntry(MetadataKeys.TENANT, "t-shinjuku")
                .containsEntry(MetadataKeys.RESOURCE_ID, "a")
                .containsEntry(MetadataKeys.RESOURCE_VERSION, "1")
                .containsEntry(MetadataKeys.REQUEST_DIGEST, "digest")
                .doesNotContainKeys(MetadataKeys.APPEND_ID, "time", "idAbsentUpTo");
        assertThat(new String(commit.events().getFirst().payload(), StandardCharsets.UTF_8))
                .isEqualTo("{\"tally\":\"a\",\"by\":1}");
    }

    @Test
    void aCommandWithoutEffectAppendsNothingAndAnswersTheSequenceThatItRead() throws Exception {
        send(new Count("a", 1, 10), context(SHINJUKU, null, "d"));
        assertThat(send(new Count("a", 0, 10), context(SHINJUKU, null, "d")))
                .isEqualTo(new Receipt("a", 1, 1, false, false));
        assertThat(commits()).hasSize(1);
    }

    @Test
    void aRejectionReachesTheCallerAsItIsAndStoresNothing() throws Exception {
        assertThatThrownBy(() -> send(new Count("a", 11, 10), context(SHINJUKU, null, "d")))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.code()).isEqualTo("too-much"));
        assertThat(commits()).isEmpty();
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstReceiptAgain() throws Exception {
        Receipt first = send(new Count("a", 1, 10), context(SHINJUKU, "key-1", "d"));
        send(new Count("a", 1, 10), context(SHINJUKU, null, "d"));

        Receipt again = send(new Count("a", 1, 10), context(SHINJUKU, "key-1", "d"));

        assertThat(again).isEqualTo(new Receipt("a", 1, first.sequence(), true, true));
        assertThat(commits()).hasSize(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        send(new Count("a", 1, 10), context(SHINJUKU, "key-1", "d"));
        assertThatThrownBy(() -> send(new Count("a", 2, 10), context(SHINJUKU, "key-1", "other")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> assertThat(no.code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void thePartsOfARequestAreAppendsOfTheirOwnAndAnswerAgainOneByOne() throws Exception {
        CommandContext request = context(SHINJUKU, "key-1", "d");
        assertThatThrownBy(() -> send(new Count("a", 11, 10), request.forPart("a")))
                .isInstanceOf(Rejection.class);
        Receipt b = send(new Count("b", 1, 10), request.forPart("b"));
        Receipt c = send(new Count("c", 1, 10), request.forPart("c"));

        assertThat(send(new Count("c", 1, 10), request.forPart("c")))
                .isEqualTo(new Receipt("c", 1, c.sequence(), true, true));
        assertThat(send(new Count("b", 1, 10), request.forPart("b")))
                .isEqualTo(new Receipt("b", 1, b.sequence(), true, true));
        assertThat(commits()).hasSize(2);
        assertThat(send(new Count("a", 1, 10), request.forPart("a")).replayed()).isFalse();
    }

    @Test
    void aKeyOfAnotherRequestIsRefusedWhicheverPartComesFirst() throws Exception {
        send(new Count("b", 1, 10), context(SHINJUKU, "key-1", "d").forPart("b"));

        for (String part : List.of("a", "b", "c")) {
            assertThatThrownBy(
                            () ->
                                    send(
                                            new Count(part, 1, 10),
                                            context(SHINJUKU, "key-1", "other").forPart(part)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            no -> assertThat(no.code()).isEqualTo("idempotency-key-reused"));
        }
        assertThat(commits()).hasSize(1);
    }

    @Test
    void differentPartsThatRaceToBeTheFirstAreAllRecordedOnce() throws Exception {
        CommandContext request = context(SHINJUKU, "key-1", "d");
        List<CompletableFuture<@Nullable Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String part = "p" + i % 8;
            sent.add(start(new Count(part, 1, 100), request.forPart(part)));
        }
        for (int i = 0; i < 32; i++) {
            assertThat(Objects.requireNonNull(sent.get(i).get(30, TimeUnit.SECONDS)).id())
                    .isEqualTo("p" + i % 8);
        }
        assertThat(commits()).hasSize(8);
    }

    @Test
    void withoutAKeyPartsAreNotRecognisedAgain() {
        CommandContext request = context(SHINJUKU, null, "d");

        assertThat(send(new Count("a", 1, 10), request.forPart("a")).replayed()).isFalse();
        assertThat(send(new Count("a", 1, 10), request.forPart("a")).sequence()).isEqualTo(2);
    }

    @Test
    void aMunicipalitysSequenceIsToldWithoutACommand() {
        assertThat(dispatcher.sequence(SHINJUKU).block(LONG_ENOUGH)).isZero();
        send(new Count("a", 1, 10), context(SHINJUKU, null, "d"));
        assertThat(dispatcher.sequence(SHINJUKU).block(LONG_ENOUGH)).isEqualTo(1);
        assertThat(dispatcher.sequence(SHIBUYA).block(LONG_ENOUGH)).isZero();
    }

    @Test
    void aKeyIsOneTenantsOwn() {
        send(new Count("a", 1, 10), context(SHINJUKU, "key-1", "d"));
        assertThat(send(new Count("a", 1, 10), context(SHIBUYA, "key-1", "d")))
                .isEqualTo(new Receipt("a", 1, 1, true, false));
    }

    @Test
    void aFailureIsNotRememberedUnderItsKey() {
        assertThatThrownBy(() -> send(new Count("a", 11, 10), context(SHINJUKU, "key-1", "d")))
                .isInstanceOf(Rejection.class);
        assertThat(send(new Count("a", 11, 20), context(SHINJUKU, "key-1", "d")).effect()).isTrue();
    }

    @Test
    void manyRequestsWithOneKeyAtOnceLeaveOneCommitAndOneAnswer() throws Exception {
        List<CompletableFuture<@Nullable Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sent.add(start(new Count("a", 1, 100), context(SHINJUKU, "key-1", "d")));
        }
        for (CompletableFuture<@Nullable Receipt> each : sent) {
            assertThat(Objects.requireNonNull(each.get(30, TimeUnit.SECONDS)).sequence())
                    .isEqualTo(1);
        }
        assertThat(commits()).hasSize(1);
    }

    @Test
    void aTwinThatFindsTheRuleUsedUpByItsOwnTwinAnswersAsThatOneDid() throws Exception {
        List<CompletableFuture<@Nullable Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sent.add(start(new Count("a", 1, 1), context(SHINJUKU, "key-1", "d")));
        }
        for (CompletableFuture<@Nullable Receipt> each : sent) {
            Receipt receipt = Objects.requireNonNull(each.get(30, TimeUnit.SECONDS));
            assertThat(receipt.sequence()).isEqualTo(1);
            assertThat(receipt.effect()).isTrue();
        }
        assertThat(commits()).hasSize(1);
    }

    @Test
    void whoeverLosesARaceDecidesAgainSoThatARuleHoldsWhateverTheConcurrency() throws Exception {
        List<CompletableFuture<@Nullable Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sent.add(start(new Count("a", 1, 8), context(SHINJUKU, null, "d")));
        }
        int accepted = 0;
        for (CompletableFuture<@Nullable Receipt> each : sent) {
            try {
                each.get(30, TimeUnit.SECONDS);
                accepted++;
            } catch (ExecutionException refused) {
                // By the rule. Each race lost is an event more, so nobody loses nine of them.
                assertThat(refused.getCause())
                        .isInstanceOfSatisfying(
                                Rejection.class, no -> assertThat(no.code()).isEqualTo("too-much"));
            }
        }
        assertThat(accepted).isEqualTo(8);
        assertThat(commits()).hasSize(8);
    }

    @Test
    void whoeverLosesEveryRaceIsRefusedAfterTwelve() throws Exception {
        FaultyCommitLog contended = new FaultyCommitLog(engine);
        List<Integer> again = new ArrayList<>();
        close(axon, log);
        assemble(contended, again::add);
        try (EventLog rival = open(engine)) {
            Fault faster = Fault.interrupted(0, () -> rival.appender().append(counted("a", 1)));
            contended.script(Collections.nCopies(12, faster).toArray(Fault[]::new));

            assertThatThrownBy(() -> send(new Count("a", 1, 100), context(SHINJUKU, null, "d")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            no -> assertThat(no.code()).isEqualTo("log-unavailable"));
        }

        assertThat(again).containsExactlyElementsOf(IntStream.rangeClosed(1, 11).boxed().toList());
        assertThat(contended.attempts()).hasSize(12);
        assertThat(commits()).as("the rival's").hasSize(12);
        assertThat(send(new Count("a", 1, 100), context(SHINJUKU, null, "d")).sequence())
                .isEqualTo(13);
    }

    @Test
    void anErrorReachesTheCallerInsteadOfLettingItWait() throws Exception {
        log.appender().append(counted("broken", Tally.BREAKS_THE_STATE)).get(30, TimeUnit.SECONDS);

        List<Count> broken =
                List.of(
                        new Count("a", Tally.BREAKS_THE_HANDLER, 100),
                        new Count("a", Tally.BREAKS_THE_STATE, 100),
                        new Count("broken", 1, 100));
        assertThat(broken)
                .allSatisfy(
                        command ->
                                assertThat(start(command, context(SHINJUKU, null, "d")))
                                        .failsWithin(LONG_ENOUGH)
                                        .withThrowableThat()
                                        .withRootCauseInstanceOf(StackOverflowError.class));

        assertThat(send(new Count("a", 1, 100), context(SHINJUKU, null, "d")).sequence())
                .as("nothing of it is recorded, and others are served")
                .isEqualTo(2);
    }

    private Receipt send(Object command, CommandContext context) {
        return Objects.requireNonNull(dispatcher.dispatch(command, context).block(LONG_ENOUGH));
    }

    private CompletableFuture<@Nullable Receipt> start(Object command, CommandContext context) {
        return dispatcher.dispatch(command, context).toFuture();
    }

    private static AppendRequest counted(String tally, int by) {
        byte[] payload =
                "{\"tally\":\"%s\",\"by\":%d}"
                        .formatted(tally, by)
                        .getBytes(StandardCharsets.UTF_8);
        return new AppendRequest(
                SHINJUKU.value(),
                UUID.randomUUID(),
                AppendRequest.FRESH_ID,
                List.of(
                        CommitFixtures.event(
                                "toy.Counted", payload, CommitFixtures.tag("tally", tally))),
                null);
    }

    private List<Commit> commits() throws Exception {
        return engine.read(0, Long.MAX_VALUE, 10_000).get(30, TimeUnit.SECONDS).commits();
    }

    private static CommandContext context(TenantId tenant, @Nullable String key, String digest) {
        return new CommandContext(
                tenant,
                new Actor("tanaka", Role.DEPARTMENT_STAFF, DepartmentCode.of("0101"), "田中"),
                "PUT /toy",
                key,
                digest,
                "request-1");
    }
}
