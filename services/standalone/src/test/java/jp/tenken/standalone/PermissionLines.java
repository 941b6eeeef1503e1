package jp.tenken.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.tenken.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * {@code permissions.txt}: the permission table as people wrote it down, without a look at the code
 * that enforces it.
 *
 * @param grants what each role may, by action
 * @param endpoints by route
 */
record PermissionLines(Map<String, Map<Role, String>> grants, Map<String, Line> endpoints) {

    /** The action of endpoints that need no token. */
    static final String OPEN = "open";

    private static final List<Role> COLUMNS =
            List.of(
                    Role.DEPARTMENT_STAFF,
                    Role.DEPARTMENT_HEAD,
                    Role.SECURITY_OFFICER,
                    Role.ADMINISTRATOR,
                    Role.AUDITOR,
                    Role.CONTRACTOR,
                    Role.INTEGRATOR,
                    Role.OPERATOR);

    /** What a request names, as far as it matters to scopes. */
    enum Named {
        SERVICE,
        WHOLE,
        DEPARTMENT,
        CONTRACT,
        CONTRACTOR
    }

    /** Whose it is that a request names, seen from the caller. */
    enum Whose {
        OWN,
        PARTICIPATING,
        /** In the caller's department, by another contractor. */
        DEPARTMENTS,
        /** By the caller's own contractor, for another department. */
        CONTRACTORS,
        OTHERS,
        FOREIGN
    }

    /** What belongs to the caller's department. */
    static final Set<Whose> OF_THE_DEPARTMENT =
            EnumSet.of(Whose.OWN, Whose.PARTICIPATING, Whose.DEPARTMENTS);

    /** What belongs to the caller's contractor. */
    static final Set<Whose> OF_THE_CONTRACTOR = EnumSet.of(Whose.OWN, Whose.CONTRACTORS);

    /**
     * One endpoint.
     *
     * @param route method and template
     * @param later whether it may be missing
     * @param action the line of the table
     * @param named what its request names
     * @param request body, query, or both, with placeholders; empty = none
     */
    record Line(String route, boolean later, String action, Named named, String request) {

        /** The method. */
        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        /** The path template. */
        String template() {
            return route.substring(route.indexOf(' ') + 1);
        }

        /** The cases that differ. */
        List<Whose> cases() {
            return switch (named) {
                case SERVICE -> List.of(Whose.OWN);
                case WHOLE -> List.of(Whose.OWN, Whose.FOREIGN);
                case DEPARTMENT, CONTRACTOR -> List.of(Whose.OWN, Whose.OTHERS, Whose.FOREIGN);
                case CONTRACT -> List.of(Whose.values());
            };
        }
    }

    /** Reads the file. */
    static PermissionLines read() {
        Map<String, Map<Role, String>> grants = new LinkedHashMap<>();
        Map<String, Line> endpoints = new LinkedHashMap<>();
        for (String text : text().split("\n", -1)) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(text);
            if (cells.size() == COLUMNS.size() + 1) {
                Map<Role, String> line = new EnumMap<>(Role.class);
                COLUMNS.forEach(role -> line.put(role, cells.get(1 + COLUMNS.indexOf(role))));
                unique(grants.put(cells.getFirst(), line), text);
            } else {
                Line line = line(cells);
                unique(endpoints.put(line.route(), line), text);
            }
        }
        return new PermissionLines(grants, endpoints);
    }

    /** What somebody in a role is to be answered: {@code allowed}, or status and code. */
    String expected(Line line, Role role, Whose whose) {
        String grant =
                Objects.requireNonNull(Objects.requireNonNull(grants.get(line.action())).get(role));
        if (whose == Whose.FOREIGN) {
            return grant.equals("all") ? "allowed" : "404 not-found";
        }
        boolean within =
                switch (grant) {
                    case "M", "all" -> true;
                    case "D" ->
                            line.named() == Named.CONTRACTOR || OF_THE_DEPARTMENT.contains(whose);
                    case "C" ->
                            line.named() != Named.DEPARTMENT && OF_THE_CONTRACTOR.contains(whose);
                    case "-", "grant" -> false;
                    default -> throw new IllegalStateException("no grant is written " + grant);
                };
        boolean none = grant.equals("-") || grant.equals("grant");
        return within ? "allowed" : none ? "403 permission-denied" : "403 out-of-scope";
    }

    private static Line line(List<String> cells) {
        if (cells.size() != 4) {
            throw new IllegalStateException("an endpoint has four cells: " + cells);
        }
        boolean later = cells.getFirst().startsWith("later ");
        String route = later ? cells.getFirst().substring("later ".length()) : cells.getFirst();
        return new Line(
                route.replace("…", "/v1/municipalities/{code}"),
                later,
                cells.get(1),
                Named.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
                cells.get(3));
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        for (String cell : text.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static void unique(@Nullable Object before, String text) {
        if (before != null) {
            throw new IllegalStateException("written down twice: " + text);
        }
    }

    private static String text() {
        try (InputStream in = PermissionLines.class.getResourceAsStream("/permissions.txt")) {
            return new String(
                    Objects.requireNonNull(in, "permissions.txt").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
