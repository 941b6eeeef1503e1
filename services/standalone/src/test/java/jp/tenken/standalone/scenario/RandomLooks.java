package jp.tenken.standalone.scenario;

import java.util.List;
import java.util.Random;
import jp.tenken.kernel.template.BuiltInTemplates;

/** Everything that somebody may look at in a municipality, one after the other at random. */
final class RandomLooks {

    /** Something to look at. */
    record Look(Person who, String path) {}

    private static final List<String> PATHS =
            List.of(
                    "/contracts?limit=500",
                    "/contracts?limit=500&status=in_order",
                    "/contracts?limit=500&reason=undecided_items",
                    "/contracts/$c",
                    "/contracts/$c/status",
                    "/contracts/$c/checklist",
                    "/contracts/$c/checklist?revision=1",
                    "/contracts/$c/history?limit=500",
                    "/contracts/$c/evidence",
                    "/status",
                    "/departments",
                    "/departments/$d/status",
                    "/history?limit=500",
                    "/history?limit=500&departmentCode=$d",
                    "/incidents?limit=500",
                    "/incidents?limit=500&open=true",
                    "/consultations?limit=500",
                    "/consultations?limit=500&open=true&topic=measure_change",
                    "/contractors?limit=500",
                    "/contractors/$contractor",
                    "/contractors/$contractor/contracts?limit=500",
                    "/policy-editions",
                    "/approval-path",
                    "/templates",
                    "/templates/" + BuiltInTemplates.SHINJUKU + "/versions/1");
    private static final List<String> PATHS_OF_THINGS =
            List.of(
                    "/incidents/$incident",
                    "/consultations/$consultation",
                    "/policy-editions/$edition",
                    "$whereEvidence");

    private final Town town;
    private final Town neighbour;
    private final Random random;

    RandomLooks(Town town, Town neighbour, Random random) {
        this.town = town;
        this.neighbour = neighbour;
        this.random = random;
    }

    /** The next one. */
    Look next(RandomDeeds deeds) throws Exception {
        Contract contract = any(town.contracts());
        if (random.nextInt(4) == 0) {
            String path = any(PATHS_OF_THINGS);
            String kind = path.substring(path.lastIndexOf('$') + 1);
            String thing = deeds.one(kind);
            if (!thing.equals(RandomDeeds.NOTHING)) {
                return new Look(town.officer(), path.replace("$" + kind, thing));
            }
        }
        if (random.nextInt(10) == 0) {
            return new Look(town.auditorOf(neighbour), "/v1/overview");
        }
        String path =
                any(PATHS)
                        .replace("$contractor", contract.contractor())
                        .replace("$c", contract.id())
                        .replace("$d", any(town.departments()));
        boolean contractors = path.startsWith("/contracts") && random.nextInt(4) == 0;
        return new Look(
                contractors ? town.contractor(contract.contractor()) : town.officer(), path);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
