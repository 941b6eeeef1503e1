package jp.tenken.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the OpenAPI document the operations that are not served here, and the paths of
 * which nothing is left. Works on its lines, so that what stays is as it was written. For one use.
 */
final class OpenApiPart {

    private static final String PATHS = "paths:";
    private static final Pattern PATH = Pattern.compile(" {2}(/[^ ]*):");
    private static final Pattern OPERATION =
            Pattern.compile(" {4}(get|put|post|delete|patch|head|options):");

    private final Predicate<String> served;
    private final List<String> kept = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> operation = new ArrayList<>();
    private String name = "";
    private @Nullable String method;
    private boolean anyOperation;

    /**
     * Of these routes.
     *
     * @param routes method and path, as {@code GET /v1/municipalities}
     * @param elsewhere lines by which an operation is known that is answered beside the endpoints
     */
    OpenApiPart(Set<String> routes, String elsewhere) {
        this.served =
                route ->
                        routes.contains(route)
                                || operation.stream().anyMatch(line -> line.contains(elsewhere));
    }

    /** What is left of the document. */
    String of(String document) {
        boolean inPaths = false;
        for (String line : document.lines().toList()) {
            if (!line.isBlank() && line.charAt(0) != ' ' && line.charAt(0) != '#') {
                endPath();
                inPaths = line.equals(PATHS);
                kept.add(line);
            } else if (inPaths) {
                take(line);
            } else {
                kept.add(line);
            }
        }
        endPath();
        return String.join("\n", kept) + "\n";
    }

    private void take(String line) {
        Matcher newPath = PATH.matcher(line);
        Matcher newOperation = OPERATION.matcher(line);
        if (newPath.matches()) {
            endPath();
            name = newPath.group(1);
            path.add(line);
        } else if (newOperation.matches()) {
            endOperation();
            method = newOperation.group(1);
            operation.add(line);
        } else {
            (method == null ? path : operation).add(line);
        }
    }

    private void endOperation() {
        if (method != null && served.test(method.toUpperCase(Locale.ROOT) + " " + name)) {
            path.addAll(operation);
            anyOperation = true;
        }
        operation.clear();
        method = null;
    }

    private void endPath() {
        endOperation();
        if (anyOperation || name.isEmpty()) {
            kept.addAll(path);
        }
        path.clear();
        name = "";
        anyOperation = false;
    }
}
