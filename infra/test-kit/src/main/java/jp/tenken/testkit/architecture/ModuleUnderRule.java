package jp.tenken.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule looks at: the classes of one module, without its tests and without the modules it
 * uses, and its sources.
 *
 * @param root the package under which all its classes live
 * @param classes compiled classes under the root
 * @param folder the module's folder
 */
record ModuleUnderRule(String root, JavaClasses classes, Path folder) {

    /** The module of a class that lives in the module's root package. */
    static ModuleUnderRule of(Class<?> anchor) {
        URL place = anchor.getProtectionDomain().getCodeSource().getLocation();
        JavaClasses classes = new ClassFileImporter().importUrl(place);
        return new ModuleUnderRule(anchor.getPackageName(), under(classes, anchor), folder(place));
    }

    private static JavaClasses under(JavaClasses classes, Class<?> anchor) {
        String root = anchor.getPackageName();
        return classes.that(
                DescribedPredicate.describe(
                        "under " + root,
                        each ->
                                each.getPackageName().equals(root)
                                        || each.getPackageName().startsWith(root + ".")));
    }

    /** Compiled classes and archives alike lie in the module's folder "target". */
    private static Path folder(URL place) {
        try {
            Path folder = Path.of(place.toURI());
            while (folder.getParent() != null && !folder.endsWith("target")) {
                folder = folder.getParent();
            }
            Path module = folder.getParent();
            if (module == null || !Files.exists(module.resolve("pom.xml"))) {
                throw new IllegalStateException("no module around " + place);
            }
            return module;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Its folders of Java sources, those of the tests too. */
    List<Path> sourceFolders() {
        return Stream.of("src/main/java", "src/test/java")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .toList();
    }
}
