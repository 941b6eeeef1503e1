package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewProgress;
import jp.tenken.projections.ViewSchema;
import org.junit.jupiter.api.Test;

/** The life of a whole view: made, reopened, dropped, replaced by a rebuilt one. */
abstract class ViewStoreLifeConformance extends ViewStoreListConformance {

    @Test
    protected void everythingIsStillThereAfterAReopen() throws Exception {
        write(row(NORTH, "a", 3, "first"));
        write(row(NORTH, "a", 7, "second"));
        reopen();
        Await.value(store.create(SCHEMA));
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(new ViewProgress(2, EPOCH));
        assertThat(sortAt("a", 6)).isEqualTo("first");
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("second");
    }

    @Test
    protected void creatingAViewAgainEvenAtOnceChangesNothing() {
        write(row(NORTH, "a", 1, "first"));
        List<CompletableFuture<Void>> again = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            again.add(store.create(SCHEMA));
            again.add(store.create(new ViewSchema(new ViewName("together", 1), List.of("status"))));
        }
        again.forEach(Await::value);
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("first");
        assertThat(Await.value(store.progress(new ViewName("together", 1))))
                .isEqualTo(ViewProgress.NONE);
    }

    @Test
    protected void aDroppedViewIsForgottenAndMayBeginAnew() {
        write(row(NORTH, "a", 1, "first"));
        Await.value(store.drop(VIEW));
        Await.value(store.drop(VIEW));
        assertUndeclared(() -> store.progress(VIEW));

        Await.value(store.create(SCHEMA));
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(ViewProgress.NONE);
        assertThat(keys(RowQuery.live(NORTH, 10))).isEmpty();
        assertThat(sortAt("a", 1)).isEqualTo("-");
    }

    @Test
    protected void aRebuiltViewTakesThePlaceOfTheOldOneInOneStep() {
        ViewName shadow = new ViewName("things_rebuild", 1);
        write(
                row(NORTH, "a", 1, "old"),
                row(NORTH, "gone", 1, "old", "", Map.of("status", Set.of("red"))));
        Await.value(store.create(new ViewSchema(shadow, SCHEMA.attributes())));
        UUID epoch = new UUID(3, 3);
        assertThat(
                        Await.value(
                                store.write(
                                        shadow,
                                        0,
                                        40,
                                        epoch,
                                        List.of(
                                                row(
                                                        NORTH,
                                                        "a",
                                                        1,
                                                        "new",
                                                        "",
                                                        Map.of("status", Set.of("green")))))))
                .isTrue();
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("old");

        Await.value(store.promote(shadow, VIEW));

        assertThat(Await.value(store.progress(VIEW))).isEqualTo(new ViewProgress(40, epoch));
        assertThat(keys(RowQuery.live(NORTH, 10))).containsExactly("a");
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("new");
        assertThat(keys(query(Map.of("status", "green"), null, null, null, false, 9, Row.OPEN)))
                .containsExactly("a");
        assertThat(keys(query(Map.of("status", "red"), null, null, null, false, 9, Row.OPEN)))
                .isEmpty();
        assertUndeclared(() -> store.progress(shadow));
        assertThat(Await.value(store.write(VIEW, 40, 41, epoch, List.of(row(NORTH, "a", 8, "on")))))
                .isTrue();
        assertThat(sortAt("a", Row.OPEN)).isEqualTo("on");
        Await.value(store.create(new ViewSchema(shadow, SCHEMA.attributes())));
        assertThat(Await.value(store.progress(shadow))).isEqualTo(ViewProgress.NONE);
    }

    @Test
    protected void anUndeclaredViewIsAnError() {
        ViewName unknown = new ViewName("unknown", 1);
        assertUndeclared(() -> store.progress(unknown));
        assertUndeclared(() -> store.live(unknown, List.of(key(NORTH, "a"))));
        assertUndeclared(() -> store.find(unknown, key(NORTH, "a"), Row.OPEN));
        assertUndeclared(() -> store.list(unknown, RowQuery.live(NORTH, 1)));
        assertUndeclared(() -> store.write(unknown, 0, 1, EPOCH, List.of()));
        assertUndeclared(() -> store.promote(unknown, VIEW));
        assertThat(Await.value(store.progress(VIEW))).isEqualTo(ViewProgress.NONE);
    }

    @Test
    protected void futuresCompleteOnTheEnginesOwnThreads() {
        OwnThreadCheck.check(() -> store.progress(VIEW), this::isDriverThread);
        OwnThreadCheck.check(
                () -> store.find(VIEW, key(NORTH, "a"), Row.OPEN), this::isDriverThread);
        OwnThreadCheck.check(() -> store.list(VIEW, RowQuery.live(NORTH, 1)), this::isDriverThread);
        OwnThreadCheck.check(() -> store.write(VIEW, 0, 0, EPOCH, List.of()), this::isDriverThread);
    }

    private void assertUndeclared(Supplier<CompletableFuture<?>> call) {
        assertThat(Await.failure(call)).isInstanceOf(IllegalArgumentException.class);
    }
}
