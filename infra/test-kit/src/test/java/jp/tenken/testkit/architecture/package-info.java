/**
 * Shows that every rule of the architecture bites, and checks the modules on which the kit stands.
 */
@NullMarked
package jp.tenken.testkit.architecture;

import org.jspecify.annotations.NullMarked;
