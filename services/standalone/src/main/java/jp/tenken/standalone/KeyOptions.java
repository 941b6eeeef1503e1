package jp.tenken.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import jp.tenken.runtime.move.KeyPassage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Where keys go or come from, and what seals them. One of both has to be said, because a
 * municipality without keys has lost its names and texts. Filled by the command line.
 */
final class KeyOptions {

    static final String PASSPHRASE = "TENKEN_TRANSFER_PASSPHRASE";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = {
                "the file of the keys, without which names and texts read 消去済み",
                "鍵のファイル。これがないと氏名や本文は「消去済み」と表示されます"
            })
    @Nullable Path keys;

    @Option(names = "--without-keys", description = "moves the history alone / 履歴だけを移します")
    boolean without;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = {
                "holds the passphrase of the keys, at least 16 characters; else " + PASSPHRASE,
                "鍵のパスフレーズ (16 文字以上) を入れたファイル。省略時は環境変数 " + PASSPHRASE
            })
    @Nullable Path passphraseFile;

    /**
     * What was said; null = without keys.
     *
     * @throws ParameterException when neither or both were said, or there is no passphrase
     */
    @Nullable KeyPassage passage(CommandLine line, Function<String, @Nullable String> environment) {
        if ((keys != null) == without) {
            throw new ParameterException(
                    line,
                    "say either --keys FILE or --without-keys"
                            + " / --keys FILE か --without-keys のどちらか一方を指定してください");
        }
        if (keys == null) {
            return null;
        }
        return new KeyPassage(keys.toAbsolutePath(), passphrase(line, environment).toCharArray());
    }

    private String passphrase(CommandLine line, Function<String, @Nullable String> environment) {
        if (passphraseFile != null) {
            try {
                return Files.readString(passphraseFile).strip();
            } catch (IOException unreadable) {
                throw new ParameterException(
                        line, "%s cannot be read / 読めません".formatted(passphraseFile), unreadable);
            }
        }
        String given = environment.apply(PASSPHRASE);
        if (given == null) {
            throw new ParameterException(
                    line,
                    "say --passphrase-file FILE, or set %s / --passphrase-file FILE か環境変数を指定してください"
                            .formatted(PASSPHRASE));
        }
        return given;
    }
}
