package jp.tenken.edge.body;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.Violation;

/**
 * The Jakarta Validation constraints of a request record, as violations of ours. A constraint whose
 * {@code message} is a kebab-case code answers with that code; the standard ones answer with {@code
 * field-required}, {@code field-length}, {@code field-format}, {@code field-range} or {@code
 * field-invalid}.
 */
final class FieldRules {

    // What a text of ours may name; the rest of a constraint's attributes is its own business.
    private static final Set<String> SHOWN = Set.of("min", "max", "value", "integer", "fraction");

    private final Validator validator;

    /** Checks with the given validator. */
    FieldRules(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reports what a record's own constraints have against it; records inside it are checked by
     * themselves.
     *
     * @param path of the record in the body, empty at the top
     */
    void check(String path, Object record, List<Violation> violations) {
        validator.validate(record).stream()
                .map(
                        each ->
                                new Violation(
                                        field(path, each.getPropertyPath()),
                                        code(each),
                                        parameters(each)))
                // The validator's own order is that of a hash set.
                .sorted(
                        Comparator.comparing(Violation::field)
                                .thenComparing(Violation::code, Comparator.reverseOrder()))
                .forEach(
                        each -> {
                            // One rule a field: where the type is wrong, or the text is empty, the
                            // others have nothing to add.
                            if (violations.stream()
                                    .noneMatch(known -> known.field().equals(each.field()))) {
                                violations.add(each);
                            }
                        });
    }

    private static String code(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        if (!template.startsWith("{")) {
            return template;
        }
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "field-required";
            case "Size" -> "field-length";
            case "Pattern", "Email" -> "field-format";
            case "Min",
                    "Max",
                    "DecimalMin",
                    "DecimalMax",
                    "Positive",
                    "PositiveOrZero",
                    "Negative",
                    "NegativeOrZero",
                    "Digits" ->
                    "field-range";
            default -> "field-invalid";
        };
    }

    private static Map<String, String> parameters(ConstraintViolation<?> violation) {
        Map<String, String> parameters = new LinkedHashMap<>();
        violation
                .getConstraintDescriptor()
                .getAttributes()
                .forEach(
                        (name, value) -> {
                            if (SHOWN.contains(name)) {
                                parameters.put(name, String.valueOf(value));
                            }
                        });
        return parameters;
    }

    private static String field(String path, Path property) {
        StringBuilder field = new StringBuilder(path);
        for (Path.Node node : property) {
            if (node.getKind() == ElementKind.PROPERTY) {
                if (!field.isEmpty()) {
                    field.append('.');
                }
                field.append(node.getName());
            }
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
        }
        return field.toString();
    }
}
