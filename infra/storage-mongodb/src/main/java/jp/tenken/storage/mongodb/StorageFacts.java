package jp.tenken.storage.mongodb;

/**
 * What an operator wants to see of the storage when the program starts.
 *
 * @param server what kind of deployment it is, with its hosts, without credentials
 * @param database name
 * @param events number of events in the log, which is the position of the last one
 */
public record StorageFacts(String server, String database, long events) {}
