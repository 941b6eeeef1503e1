/**
 * An incident turns out to concern another contract. Who adds it must be allowed to act for that
 * contract and for one that is concerned already. One that is there already is no news: estimates
 * change with the facts.
 */
@NullMarked
package jp.tenken.command.incident.addincidentcontract;

import org.jspecify.annotations.NullMarked;
