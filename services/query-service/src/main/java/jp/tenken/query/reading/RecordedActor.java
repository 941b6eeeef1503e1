package jp.tenken.query.reading;

import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.Role;
import jp.tenken.projections.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, as the event's metadata says; rows keep it and answers show it.
 *
 * <p>It has no name for people to read: names belong to an erasable directory and never to a row.
 *
 * @param subject the caller's subject as its token said
 * @param role in which it acted; null where the event names none
 * @param departmentCode for which it acted; null where it had none or several
 */
public record RecordedActor(
        String subject, @Nullable String role, @Nullable String departmentCode) {

    /** The actor of an event; null where its metadata names nobody. */
    public static @Nullable RecordedActor of(Envelope envelope) {
        String subject = envelope.metadata(MetadataKeys.ACTOR_SUBJECT);
        return subject == null
                ? null
                : new RecordedActor(
                        subject,
                        envelope.metadata(MetadataKeys.ACTOR_ROLE),
                        envelope.metadata(MetadataKeys.ACTOR_DEPARTMENT));
    }

    /**
     * Whether it acted for a contractor and is not the reader: another contractor, with which the
     * reader shares what happened, is not told of it.
     *
     * @param reader the subject of whoever reads
     */
    public boolean actedForAContractorBeside(String reader) {
        return Role.CONTRACTOR.value().equals(role) && !subject.equals(reader);
    }
}
