package jp.tenken.testkit.architecture.samples.messages;

import java.util.ArrayList;
import jp.tenken.kernel.TenantId;

/** A command that names a tenant and holds a list that can be written to. */
public record MoveThing(TenantId whose, ArrayList<String> things) {}
