package jp.tenken.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the process, under {@code tenken}.
 *
 * @param data the data folder; made when it is not there
 * @param masterKey the master key of the vault as text; null = the file {@code master.key} in the
 *     data folder, which the first start makes
 * @param rebuild whether all views are built anew at the start
 */
@ConfigurationProperties("tenken")
public record StandaloneSettings(
        @DefaultValue("./data") Path data,
        @Nullable String masterKey,
        @DefaultValue("false") boolean rebuild) {

    private static final String KEY_FILE = "master.key";

    /** The data folder, absolute. */
    Path folder() {
        return data.toAbsolutePath().normalize();
    }

    /** Where the master key is when it is not given. */
    Path masterKeyFile() {
        return folder().resolve(KEY_FILE);
    }

    /** Without the key, so that it gets into no log. */
    @Override
    public String toString() {
        return "StandaloneSettings[data=%s, rebuild=%s]".formatted(data, rebuild);
    }
}
