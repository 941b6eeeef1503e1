package jp.tenken.projections;

/**
 * Which row of a view: the tenant first, always.
 *
 * @param tenant opaque, never blank
 * @param key within the tenant, never blank
 */
public record RowKey(String tenant, String key) {}
