package jp.tenken.storage.mongodb;

import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerDescription;

/**
 * What a deployment says of itself.
 *
 * @param type how its servers belong together
 * @param sessions whether it keeps sessions
 * @param name of the replica set; empty where it is none
 */
record ServerFacts(ClusterType type, boolean sessions, String name) {

    static ServerFacts of(ClusterDescription cluster) {
        boolean sessions = cluster.getLogicalSessionTimeoutMinutes() != null;
        String name = "";
        for (ServerDescription server : cluster.getServerDescriptions()) {
            String setName = server.getSetName();
            if (setName != null) {
                name = setName;
            }
        }
        return new ServerFacts(cluster.getType(), sessions, name);
    }

    /** For the operator. */
    String describe() {
        return switch (type) {
            case REPLICA_SET -> "replica set " + name;
            case STANDALONE -> "a standalone server";
            case SHARDED -> "a sharded cluster";
            default -> "a server of unknown kind";
        };
    }
}
