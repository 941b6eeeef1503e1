package jp.tenken.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for words in bytes, however they may have been written. */
final class Traces {

    private Traces() {}

    /** The files under a folder that hold one of the words, each with the words. */
    static List<String> inFiles(Path folder, Iterable<String> words) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String word : in(bytes(file), words)) {
                    found.add(folder.relativize(file) + ": " + word);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** Those of the words that a text holds. */
    static Set<String> in(String text, Iterable<String> words) {
        return in(text.getBytes(StandardCharsets.UTF_8), words);
    }

    private static Set<String> in(byte[] bytes, Iterable<String> words) {
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> found = new LinkedHashSet<>();
        for (String word : words) {
            if (forms(word).stream().anyMatch(haystack::contains)) {
                found.add(word);
            }
        }
        return found;
    }

    /** A file may go while it is looked for, as those beside a database do. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private static Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        forms.add(new String(utf8, StandardCharsets.ISO_8859_1));
        forms.add(
                new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.add(
                new String(word.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        forms.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
        StringBuilder escaped = new StringBuilder();
        word.chars()
                .forEach(
                        c -> {
                            if (c < 0x80) {
                                escaped.append((char) c);
                            } else {
                                escaped.append("\\u%04x".formatted(c));
                            }
                        });
        forms.add(escaped.toString());
        forms.add(escaped.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u"));
        for (int offset = 0; offset < 3; offset++) {
            forms.addAll(base64(utf8, offset));
        }
        return forms;
    }

    /** What stays the same of a word in base64, whatever stands around it. */
    private static List<String> base64(byte[] word, int offset) {
        byte[] shifted = new byte[word.length + offset];
        System.arraycopy(word, 0, shifted, offset, word.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        String middle = encoded.substring(from, encoded.length() - 2);
        return List.of(middle, middle.replace('+', '-').replace('/', '_'));
    }
}
