package jp.tenken.command.municipality.setapprovalpath;

import jp.tenken.kernel.Scope;
import jp.tenken.kernel.municipality.ApprovalPath;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Set the path along which checklists are approved.
 *
 * @param path head and officer, or the head alone
 * @param scope how far the caller may act
 * @param expectedVersion the path's version that the caller saw, or null
 */
@Command(namespace = "tenken.municipality", name = "SetApprovalPath", version = "1")
public record SetApprovalPath(ApprovalPath path, Scope scope, @Nullable Long expectedVersion) {

    /** A municipality has one path. */
    @TargetEntityId
    public Target target() {
        return Target.PATH;
    }

    /** The one path of a municipality. */
    public enum Target {
        /** There is no other. */
        PATH
    }
}
