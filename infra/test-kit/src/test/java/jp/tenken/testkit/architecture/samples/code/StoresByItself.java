package jp.tenken.testkit.architecture.samples.code;

import java.sql.Connection;
import java.sql.SQLException;

/** Goes to the database past the ports. */
public final class StoresByItself {

    /** Nobody else knows what it wrote. */
    public void store(Connection database) throws SQLException {
        database.commit();
    }
}
