package jp.tenken.standalone;

import java.nio.file.Path;

/** An engine that the program can run with. */
enum MoveEngine {
    SQLITE {
        @Override
        House in(Path folder) {
            return new SqliteHouse(folder);
        }
    },
    MONGODB {
        @Override
        House in(Path folder) {
            return new MongodbHouse(folder);
        }
    };

    /** A storage of this engine that nobody has used yet. */
    abstract House in(Path folder);
}
