package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Holds {@code infra/docs/configuration.md} against the settings that there are. */
class ConfigurationReferenceTest {

    private static final Path REFERENCE = Path.of("..", "..", "infra/docs/configuration.md");
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| `([^`]+)` \\| `([^`]+)` \\| (.+?) \\| (all|[CQIS ]+) \\| (.+) \\|$",
                    Pattern.MULTILINE);
    private static final List<String> FILES =
            List.of(
                    "tenken/runtime/service.yaml",
                    "application.yaml",
                    "command-service.yaml",
                    "query-service.yaml",
                    "integration-service.yaml");
    private static final String NONE = "–";

    /** Names with their defaults: those of the records, and those of the files. */
    private final Map<String, List<String>> settings = new TreeMap<>();

    ConfigurationReferenceTest() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scan.findCandidateComponents("jp.tenken")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            collect(type, type.getAnnotation(ConfigurationProperties.class).value());
        }
        FILES.forEach(this::collect);
    }

    private void collect(Class<?> type, String prefix) {
        assertThat(type).isRecord();
        for (RecordComponent each : type.getRecordComponents()) {
            String name = prefix + "." + kebab(each.getName());
            Class<?> of = each.getType();
            if (of.isRecord()) {
                collect(of, name);
            } else if (of == List.class && element(each).isRecord()) {
                collect(element(each), name + "[0]");
            } else {
                settings.computeIfAbsent(name, first -> new ArrayList<>()).add(preset(each, type));
            }
        }
    }

    private void collect(String file) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(file));
        Properties found = Objects.requireNonNull(yaml.getObject(), file);
        assertThat(found).as(file).isNotEmpty();
        found.forEach(
                (name, value) ->
                        settings.computeIfAbsent(name.toString(), first -> new ArrayList<>())
                                .add(value.toString()));
    }

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static String preset(RecordComponent component, Class<?> of) {
        for (var parameter : of.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue preset = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && preset != null) {
                return String.join(",", preset.value());
            }
        }
        return NONE;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(REFERENCE)).results().toList();
    }

    @Test
    void everySettingIsInTheReferenceOnceAndNothingElseIs() throws IOException {
        assertThat(settings).hasSizeGreaterThan(30).containsKey("tenken.storage");
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(settings.keySet());
    }

    @Test
    void everyDefaultIsTheOneThatHolds() throws IOException {
        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(settings.getOrDefault(row.group(1), List.of()))
                                        .as(row.group(1))
                                        .isNotEmpty()
                                        .allSatisfy(
                                                preset ->
                                                        assertThat(row.group(3))
                                                                .contains(shown(preset))));
    }

    private static String shown(String preset) {
        return preset.equals(NONE) ? NONE : "`" + preset + "`";
    }

    @Test
    void everyVariableIsTheOneThatTheFrameworkReads() throws IOException {
        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(row.group(2))
                                        .isEqualTo(
                                                row.group(1)
                                                        .replace("-", "")
                                                        .replace("[0]", ".0")
                                                        .replace('.', '_')
                                                        .toUpperCase(Locale.ROOT)));
    }
}
