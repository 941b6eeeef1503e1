package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tenken.storage.mongodb.StorageQuery.Where;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Listens to a client and finds what it asks in {@link StorageQuery}. */
final class AskedQuestions implements CommandListener {

    /** The collections that are always there. */
    static final Map<String, Where> PLACES =
            Map.of(
                    ViewRegistry.COLLECTION.name(), Where.VIEWS,
                    RetiredRows.COLLECTION.name(), Where.RETIRED,
                    MongoVault.COLLECTION.name(), Where.VAULT,
                    MongoTokenStore.COLLECTION.name(), Where.TOKENS,
                    MongoTokenStore.IDENTITY.name(), Where.TOKENS_IDENTITY,
                    MongoWorkClaims.COLLECTION.name(), Where.CLAIMS,
                    WriterLine.COLLECTION.name(), Where.TURNS);

    private static final Pattern ROWS = Pattern.compile("\\w+_v1_[0-9a-f]{24}(_past)?");
    private static final BsonDocument NONE = new BsonDocument();

    /**
     * What was asked.
     *
     * @param command as a find, whatever it was
     */
    record Question(StorageQuery query, BsonDocument command) {}

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommand().clone());
    }

    /** What was asked, by whatever command. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (BsonDocument command : commands) {
            switch (command.getFirstKey()) {
                case "find" ->
                        add(
                                questions,
                                command,
                                command.getDocument("filter", NONE),
                                command.getDocument("sort", NONE));
                case "findAndModify" -> add(questions, command, command.getDocument("query"), NONE);
                case "update" -> addEach(questions, command, "updates");
                case "delete" -> addEach(questions, command, "deletes");
                default -> {}
            }
        }
        assertThat(questions).isNotEmpty();
        return questions;
    }

    private static void addEach(List<Question> questions, BsonDocument command, String list) {
        for (BsonValue one : command.getArray(list)) {
            add(questions, command, one.asDocument().getDocument("q"), NONE);
        }
    }

    private static void add(
            List<Question> questions,
            BsonDocument command,
            BsonDocument filter,
            BsonDocument sort) {
        String collection = command.getString(command.getFirstKey()).getValue();
        Where where = place(collection);
        if (where != null) {
            BsonDocument find =
                    new BsonDocument("find", new BsonString(collection)).append("filter", filter);
            questions.add(
                    new Question(
                            listed(where, filter, sort),
                            sort.isEmpty() ? find : find.append("sort", sort)));
        }
    }

    /** Null where somebody else is asked, as the catalogue. */
    private static @Nullable Where place(String collection) {
        Matcher rows = ROWS.matcher(collection);
        if (!rows.matches()) {
            return PLACES.get(collection);
        }
        return rows.group(1) == null ? Where.LIVE_ROWS : Where.PAST_ROWS;
    }

    private static StorageQuery listed(Where where, BsonDocument filter, BsonDocument sort) {
        List<Set<String>> clauses = new ArrayList<>();
        if (filter.containsKey("$or")) {
            filter.getArray("$or")
                    .forEach(clause -> clauses.add(general(clause.asDocument().keySet())));
        } else {
            clauses.add(general(filter.keySet()));
        }
        List<String> order = new ArrayList<>();
        List<String> reverse = new ArrayList<>();
        sort.forEach(
                (field, direction) -> {
                    boolean ascending = direction.asInt32().getValue() > 0;
                    order.add(ascending ? field : "-" + field);
                    reverse.add(ascending ? "-" + field : field);
                });
        // An index may be gone along from either end.
        for (List<String> inOrder : List.of(order, reverse)) {
            for (StorageQuery query : StorageQuery.values()) {
                if (query.where() == where
                        && clauses.stream().allMatch(clause -> query.covers(clause, inOrder))) {
                    return query;
                }
            }
        }
        throw new AssertionError(
                "a question that is not listed: %s %s in order %s".formatted(where, filter, sort));
    }

    private static Set<String> general(Set<String> fields) {
        return new HashSet<>(general(List.copyOf(fields)));
    }

    /** With a star in the place of names. */
    static List<String> general(List<String> fields) {
        return fields.stream()
                .map(
                        field ->
                                field.replaceFirst("^a\\.[^.]+$", "a." + StorageQuery.ANY)
                                        .replaceFirst("^s\\.\\d+", "s." + StorageQuery.ANY))
                .toList();
    }
}
