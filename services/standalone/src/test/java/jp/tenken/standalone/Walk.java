package jp.tenken.standalone;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.kernel.Role;
import jp.tenken.runtime.TenkenRuntime;

/**
 * A walk over all endpoints of a program of its own, with somebody in every role.
 *
 * @param program that is walked
 * @param things that its requests name
 * @param tokens of somebody with department 0101 and contractor {@code walked-own}, by role
 */
record Walk(StartedProgram program, WalkedThings things, Map<Role, String> tokens)
        implements AutoCloseable {

    /** The municipality that is walked. */
    static final String HERE = "131041";

    /** Begins it in an empty folder. */
    static Walk over(Path data) throws Exception {
        StartedProgram program = new StartedProgram(data).healthy();
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            tokens.put(
                    role,
                    program.token(
                            Map.of(
                                    "subject", "walker-" + role,
                                    "municipalities", List.of(HERE),
                                    "roles", List.of(role.value()),
                                    "departments", List.of(HERE + "/0101"),
                                    "contractors", List.of("walked-own"))));
        }
        return new Walk(
                program,
                new WalkedThings(program.bean(TenkenRuntime.class)),
                Collections.unmodifiableMap(tokens));
    }

    /** The token of somebody in a role. */
    String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    @Override
    public void close() {
        program.close();
    }
}
