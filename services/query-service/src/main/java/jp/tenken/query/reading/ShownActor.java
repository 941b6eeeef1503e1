package jp.tenken.query.reading;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, as answers show it.
 *
 * @param subject the caller's subject as its token said
 * @param role in which it acted; null where the event names none
 * @param departmentCode for which it acted; null where it had none or several
 * @param displayName its name today, or that it was erased; null where none was ever known
 */
public record ShownActor(
        String subject,
        @Nullable String role,
        @Nullable String departmentCode,
        @Nullable String displayName) {}
