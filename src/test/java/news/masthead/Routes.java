package news.masthead;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that can be asked for, read from the code. */
public final class Routes {

    /** Who works, logs in, pays, delivers or runs the place sees no story as a reader there. */
    private static final Set<String> NOT_FOR_READERS = Set.of("desk", "billing", "identity", "local", "ops", "wire");

    private Routes() {}

    /** What readers can ask for, each as {@code GET /section/{slug}}. */
    public static Set<String> forReaders(JavaClasses classes, String root) {
        return of(classes, type -> !NOT_FOR_READERS.contains(room(type, root)));
    }

    /** What anybody can ask for, each as {@code GET /section/{slug}}. */
    public static Set<String> all(JavaClasses classes) {
        return of(classes, type -> true);
    }

    /** The same of the whole house. */
    public static Set<String> all() {
        return all(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("news.masthead"));
    }

    private static Set<String> of(JavaClasses classes, Predicate<JavaClass> which) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(which)
                .flatMap(type -> type.getAllMethods().stream().flatMap(method -> routes(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(JavaClass type, JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(JavaAnnotation::getRawType)
                .map(verb -> verb.getAnnotationOfType(HttpMethod.class).value())
                .map(verb -> verb + " " + address(type, method));
    }

    private static String address(JavaClass type, JavaMethod method) {
        String whole = "/" + path(type) + "/" + path(method);
        return whole.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    private static String room(JavaClass type, String root) {
        String inside = type.getPackageName()
                .substring(Math.min(root.length() + 1, type.getPackageName().length()));
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }
}
