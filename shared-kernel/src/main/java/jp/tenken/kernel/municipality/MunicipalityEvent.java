package jp.tenken.kernel.municipality;

/** Everything that happens to a municipality and its departments. */
public sealed interface MunicipalityEvent
        permits MunicipalityOnboarded,
                DepartmentEstablished,
                DepartmentRenamed,
                TemplateAdopted,
                ApprovalPathSet,
                PolicyEditionIssued {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.municipality";
}
