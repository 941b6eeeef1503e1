package jp.tenken.storage.sqlite;

import java.nio.file.Path;

/**
 * What an operator wants to see of the storage when the program starts.
 *
 * @param folder the data folder, absolute
 * @param logBytes size of the log on the disk
 * @param vaultBytes size of the vault on the disk
 * @param viewsBytes size of the views on the disk
 * @param events number of events in the log, which is the position of the last one
 */
public record StorageFacts(
        Path folder, long logBytes, long vaultBytes, long viewsBytes, long events) {}
