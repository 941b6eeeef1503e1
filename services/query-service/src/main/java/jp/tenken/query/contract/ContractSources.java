package jp.tenken.query.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
import jp.tenken.projections.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * The queries that together find what a caller may see of a view about contracts. Such a view
 * declares the attributes {@value #DEPARTMENT} (in charge and participating) and {@value
 * #CONTRACTOR}.
 *
 * @param department only contracts of this department; null = of any
 * @param contractor only contracts with this contractor; null = with any
 */
public record ContractSources(
        @Nullable DepartmentCode department, @Nullable ContractorId contractor) {

    /** Attribute: codes of the departments to which the row belongs. */
    public static final String DEPARTMENT = "department";

    /** Attribute: id of the contractor to which the row belongs. */
    public static final String CONTRACTOR = "contractor";

    /**
     * One query per department and contractor of the scope, or a single one where that is enough.
     *
     * @param base what else the rows must be; its {@code equal} names neither attribute
     */
    public List<RowQuery> of(Scope scope, RowQuery base) {
        if (department == null ? scope.wholeMunicipality() : scope.covers(department)) {
            return List.of(with(base, department, contractor));
        }
        List<RowQuery> sources = new ArrayList<>();
        for (DepartmentCode own : new TreeSet<>(scope.departments())) {
            sources.add(with(base, own, contractor));
        }
        for (ContractorId own : scope.contractors()) {
            if (contractor == null || contractor.equals(own)) {
                sources.add(with(base, department, own));
            }
        }
        return sources;
    }

    /**
     * What the queries leave to be filtered: a department that is not the caller's own may have a
     * part in contracts that are. Null where they leave nothing.
     *
     * @param departments those of a row
     */
    public <R> @Nullable Predicate<R> filter(
            Scope scope, Function<R, List<DepartmentCode>> departments) {
        DepartmentCode wanted = department;
        return wanted == null || scope.covers(wanted)
                ? null
                : row -> departments.apply(row).contains(wanted);
    }

    private static RowQuery with(
            RowQuery base, @Nullable DepartmentCode department, @Nullable ContractorId contractor) {
        Map<String, String> equal = new HashMap<>(base.equal());
        if (department != null) {
            equal.put(DEPARTMENT, department.value());
        }
        if (contractor != null) {
            equal.put(CONTRACTOR, contractor.value());
        }
        return new RowQuery(
                base.tenant(),
                equal,
                base.text(),
                base.from(),
                base.to(),
                base.descending(),
                base.after(),
                base.limit(),
                base.sequence());
    }
}
