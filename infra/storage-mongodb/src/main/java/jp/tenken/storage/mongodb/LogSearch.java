package jp.tenken.storage.mongodb;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Criteria as a question to the log. An index can only suggest: keys say what is in a commit and
 * not whether it meets on one event, so what is found is checked exactly.
 *
 * @param tenant null = all
 * @param criteria what is looked for
 * @param after exclusive
 * @param end inclusive, not beyond the head
 */
record LogSearch(@Nullable String tenant, Criteria criteria, long after, long end) {

    /** The question, and the filter that puts it. */
    record Question(LogQuery query, BsonDocument filter) {}

    Question question() {
        if (tenant == null) {
            return everywhere();
        }
        List<Question> clauses =
                criteria.anyOf().stream().map(each -> within(tenant, each)).distinct().toList();
        if (clauses.size() == 1) {
            return clauses.getFirst();
        }
        return new Question(
                LogQuery.EITHER,
                new BsonDocument(
                        "$or", new BsonArray(clauses.stream().map(Question::filter).toList())));
    }

    /** Whether what was found is what was meant. */
    boolean matches(Commit commit) {
        return (tenant == null || commit.header().tenant().equals(tenant))
                && criteria.matchesAny(commit);
    }

    private Question within(String of, Criterion criterion) {
        BsonDocument filter = new BsonDocument(CommitDocument.TENANT, new BsonString(of));
        if (!criterion.tags().isEmpty()) {
            Set<String> tags = new TreeSet<>();
            criterion.tags().forEach(tag -> tags.add(CommitDocument.tag(tag)));
            filter.append(CommitDocument.KEYS, operator("$all", tags));
        } else if (!criterion.types().isEmpty()) {
            Set<String> types = new TreeSet<>();
            criterion.types().forEach(type -> types.add(CommitDocument.type(type)));
            filter.append(CommitDocument.KEYS, operator("$in", types));
        } else {
            filter.append(CommitDocument.KEYS, new BsonString(CommitDocument.ANY));
        }
        boolean typed = !criterion.tags().isEmpty() && !criterion.types().isEmpty();
        if (typed) {
            filter.append(CommitDocument.TYPES, operator("$in", new TreeSet<>(criterion.types())));
        }
        return new Question(typed ? LogQuery.KEYED_AND_TYPED : LogQuery.KEYED, overlapping(filter));
    }

    private Question everywhere() {
        Set<String> types = new TreeSet<>();
        for (Criterion criterion : criteria.anyOf()) {
            if (criterion.types().isEmpty()) {
                return new Question(LogQuery.OVERLAPPING, overlapping(new BsonDocument()));
            }
            types.addAll(criterion.types());
        }
        return new Question(
                LogQuery.TYPED,
                overlapping(new BsonDocument(CommitDocument.TYPES, operator("$in", types))));
    }

    /** A commit may begin before the range and reach into it, but not further than it is long. */
    private BsonDocument overlapping(BsonDocument filter) {
        long lowest = Math.max(1, after + 2 - Commit.MAX_EVENTS);
        filter.putAll(LogReader.range(CommitDocument.POSITION, lowest, end));
        filter.putAll(LogReader.range(CommitDocument.END, "$gt", after));
        return filter;
    }

    private static BsonDocument operator(String operator, Collection<String> texts) {
        List<? extends BsonValue> values = texts.stream().map(BsonString::new).toList();
        return new BsonDocument(operator, new BsonArray(values));
    }
}
