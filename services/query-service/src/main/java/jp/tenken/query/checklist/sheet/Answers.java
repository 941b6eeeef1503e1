package jp.tenken.query.checklist.sheet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.tenken.query.checklist.sheet.LatestRevision.Replaced;
import org.jspecify.annotations.Nullable;

/**
 * What is decided in the latest revision, and what returns when it is discarded.
 *
 * @param latest the revision
 * @param decided the latest decision by item code, in the order of the codes; an undecided item has
 *     none
 */
public record Answers(LatestRevision latest, Map<String, DecidedItem> decided) {

    /** Nothing decided. */
    static final Answers NONE = new Answers(LatestRevision.FIRST, Map.of());

    /** Copies the decisions, in the order of their codes. */
    public Answers {
        decided = Collections.unmodifiableMap(new TreeMap<>(decided));
    }

    Answers in(LatestRevision next) {
        return new Answers(next, decided);
    }

    /** An item was decided or looked at again. */
    Answers touched(String code, @Nullable DecidedItem next) {
        if (next == null) {
            return this;
        }
        Map<String, DecidedItem> items = new TreeMap<>(decided);
        DecidedItem before = items.put(code, next);
        return new Answers(remembering(code, before), items);
    }

    /** What these items were decided on has changed. */
    Answers gotStale(Set<String> codes) {
        Map<String, DecidedItem> items = new TreeMap<>(decided);
        UnaryOperator<DecidedItem> stale = DecidedItem::gotStale;
        codes.forEach(code -> items.computeIfPresent(code, (key, item) -> stale.apply(item)));
        return new Answers(
                latest.replacing(
                        latest.replaced().stream()
                                .map(
                                        each ->
                                                codes.contains(each.itemCode())
                                                        ? new Replaced(
                                                                each.itemCode(),
                                                                stale.apply(each.before()))
                                                        : each)
                                .toList()),
                items);
    }

    /** The revision was discarded: what it replaced stands again, under the newer versions. */
    Answers discarded(LatestRevision again) {
        Map<String, DecidedItem> items = new TreeMap<>(decided);
        for (Replaced each : latest.replaced()) {
            items.computeIfPresent(
                    each.itemCode(), (key, item) -> each.before().at(item.version()));
        }
        return new Answers(again, items);
    }

    private LatestRevision remembering(String code, @Nullable DecidedItem before) {
        boolean known = latest.replaced().stream().anyMatch(each -> each.itemCode().equals(code));
        return !latest.discardable() || known || before == null
                ? latest
                : latest.replacing(
                        List.copyOf(
                                Stream.concat(
                                                latest.replaced().stream(),
                                                Stream.of(new Replaced(code, before)))
                                        .toList()));
    }
}
