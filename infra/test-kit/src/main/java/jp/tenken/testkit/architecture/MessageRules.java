package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what is sent, written, folded and shown. */
final class MessageRules {

    private static final String TENANT = "jp.tenken.kernel.TenantId";

    private MessageRules() {}

    /** Commands and the states that they are decided on. */
    static HouseRule commandsAndStatesNeverChange() {
        return neverChange(
                "commands and states are records of what cannot change",
                List.of(Messages::commands, Messages::states));
    }

    /** What was written stays as it was written. */
    static HouseRule eventsNeverChange() {
        return neverChange("events are records of what cannot change", List.of(Messages::events));
    }

    /** A row that changed in place would change what was shown before. */
    static HouseRule rowsNeverChange() {
        return neverChange(
                "rows of views are records of what cannot change", List.of(Messages::rows));
    }

    /**
     * Whose data it is follows from who asks, and stands beside the message: a message that named a
     * tenant could name another one.
     */
    static HouseRule noMessageNamesATenant() {
        return new HouseRule(
                "no command, event or request has a tenant in it",
                module -> {
                    List<JavaClass> messages = new ArrayList<>();
                    messages.addAll(Messages.commands(module.classes()));
                    messages.addAll(Messages.events(module.classes()));
                    messages.addAll(Messages.requests(module.classes()));
                    assertThat(messages).as("messages of " + module.root()).isNotEmpty();
                    assertThat(messages)
                            .as("messages with a tenant in them")
                            .noneMatch(MessageRules::namesATenant);
                });
    }

    /**
     * As {@link #noMessageNamesATenant}, where messages are rows, answers and what is read from a
     * request: whose they are is said by where they lie and by who asks. A private record does not
     * leave its class; the key of something remembered has to have the tenant in it.
     */
    static HouseRule noRecordNamesATenant() {
        return new HouseRule(
                "no row, answer or request has a tenant in it",
                module -> {
                    List<JavaClass> records =
                            module.classes().stream()
                                    .filter(JavaClass::isRecord)
                                    .filter(
                                            each ->
                                                    !Modifier.isPrivate(
                                                            each.reflect().getModifiers()))
                                    .toList();
                    assertThat(records).as("records of " + module.root()).isNotEmpty();
                    assertThat(records)
                            .as("records with a tenant in them")
                            .noneMatch(MessageRules::namesATenant);
                });
    }

    /** Whoever wants to know what a command does finds it specified under its name. */
    static HouseRule everyCommandIsSpecified() {
        return new HouseRule(
                "every command has a test of its name",
                module -> areTested(module, names(Messages.commands(module.classes()).stream())));
    }

    /** Whoever wants to know what a view shows finds it specified under its name. */
    static HouseRule everyViewIsSpecified() {
        return new HouseRule(
                "every view has a test of its name",
                module ->
                        areTested(
                                module,
                                names(
                                        Messages.views(module.classes())
                                                .map(field -> field.getOwner()))));
    }

    private static HouseRule neverChange(
            String name, List<Function<JavaClasses, ? extends Collection<JavaClass>>> kinds) {
        return new HouseRule(
                name,
                module -> {
                    Unchanging unchanging = new Unchanging();
                    for (Function<JavaClasses, ? extends Collection<JavaClass>> kind : kinds) {
                        Collection<JavaClass> found = kind.apply(module.classes());
                        assertThat(found).as("what the rule is about").isNotEmpty();
                        found.forEach(each -> unchanging.record(each.reflect()));
                    }
                    assertThat(unchanging.offences()).as(name).isEmpty();
                });
    }

    private static boolean namesATenant(JavaClass message) {
        return message.getFields().stream()
                .anyMatch(
                        field ->
                                field.getName().matches("(?i)tenant(id)?")
                                        || field.getAllInvolvedRawTypes().stream()
                                                .anyMatch(type -> type.getName().equals(TENANT)));
    }

    private static Set<String> names(Stream<JavaClass> classes) {
        return classes.map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void areTested(ModuleUnderRule module, Set<String> names) {
        assertThat(names).as("what the rule is about").isNotEmpty();
        Set<String> untested = new TreeSet<>(names);
        try (Stream<Path> files = Files.walk(module.folder().resolve("src/test/java"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .forEach(file -> untested.remove(file.replace("Test.java", "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(untested).as("without a test of that name").isEmpty();
    }
}
