package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.annotation.Event;

/** Finds by what the code itself says which of its classes are messages, states and rows. */
final class Messages {

    private static final String VIEW = "jp.tenken.projections.View";

    private Messages() {}

    /** What is handled: the first parameter of every command handler. */
    static SortedSet<JavaClass> commands(JavaClasses classes) {
        return sorted(
                classes.stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                        .map(method -> method.getRawParameterTypes().getFirst()));
    }

    /** What has a name in the log. */
    static SortedSet<JavaClass> events(JavaClasses classes) {
        return sorted(classes.stream().filter(each -> each.isAnnotatedWith(Event.class)));
    }

    /** What decisions rest on. */
    static SortedSet<JavaClass> states(JavaClasses classes) {
        return sorted(
                classes.stream().filter(each -> each.isAnnotatedWith(EventSourcedEntity.class)));
    }

    /** Bodies: the records inside an endpoint. */
    static SortedSet<JavaClass> requests(JavaClasses classes) {
        return sorted(
                classes.stream()
                        .filter(JavaClass::isRecord)
                        .filter(
                                each ->
                                        each.getEnclosingClass()
                                                .filter(
                                                        outer ->
                                                                outer.getSimpleName()
                                                                        .matches(".*Endpoints?"))
                                                .isPresent()));
    }

    /** The constants that are views. */
    static Stream<JavaField> views(JavaClasses classes) {
        return classes.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(field -> field.getRawType().getName().equals(VIEW));
    }

    /** What views consist of. */
    static SortedSet<JavaClass> rows(JavaClasses classes) {
        return sorted(
                views(classes)
                        .map(
                                field -> {
                                    assertThat(field.getType())
                                            .as(field.getDescription())
                                            .isInstanceOf(JavaParameterizedType.class);
                                    return ((JavaParameterizedType) field.getType())
                                            .getActualTypeArguments()
                                            .getFirst()
                                            .toErasure();
                                }));
    }

    private static SortedSet<JavaClass> sorted(Stream<JavaClass> found) {
        SortedSet<JavaClass> sorted = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        found.forEach(sorted::add);
        return sorted;
    }
}
