package news.masthead.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of settings and the code say the same. */
class SettingsTableTest {

    /** What local mode tells itself; no operator sets it. */
    private static final Set<String> WITHIN_LOCAL_MODE =
            Set.of("masthead.stand-ins.clock", "masthead.stand-ins.data", "masthead.stand-ins.running");

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    /** Read where no mapping can be: before Quarkus boots, and as a single value. */
    private static final Set<String> UNMAPPED = Set.of("masthead.local", "masthead.url");

    @Test
    void lists_every_setting_of_ours_and_no_other() throws IOException {
        Set<String> ours = new TreeSet<>(UNMAPPED);
        mappings()
                .forEach(mapping -> names(
                                mapping.getAnnotation(ConfigMapping.class).prefix(), mapping)
                        .forEach(ours::add));
        ours.removeAll(WITHIN_LOCAL_MODE);
        assertTrue(ours.contains("masthead.publication.sections[n].slug"), "the code was read: " + ours);
        Set<String> listed = new TreeSet<>(rows());
        assertEquals(
                ours,
                listed.stream()
                        .filter(name -> name.startsWith("masthead."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void lists_what_has_to_be_set_of_the_frameworks_settings() throws IOException {
        assertTrue(rows().containsAll(Set.of(
                "quarkus.datasource.jdbc.url",
                "quarkus.oidc.auth-server-url",
                "quarkus.oidc.client-id",
                "quarkus.oidc.credentials.secret",
                "quarkus.management.port")));
    }

    private static Set<String> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> mappings() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("news.masthead").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .filter(type ->
                                type.getAnnotation(ConfigMapping.class).prefix().startsWith("masthead"));
    }

    private static Stream<String> names(String prefix, Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .flatMap(method -> names(
                        method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + kebab(method),
                        method.getGenericReturnType()));
    }

    private static Stream<String> names(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type held = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            boolean group = held instanceof Class<?> inner && isGroup(inner);
            String raw = ((Class<?>) generic.getRawType()).getSimpleName();
            return switch (raw) {
                case "Map" -> names(name + (group ? ".\"id\"" : ".\"code\""), held);
                case "List" -> names(group ? name + "[n]" : name, held);
                default -> names(name, held);
            };
        }
        return type instanceof Class<?> inner && isGroup(inner) ? names(name, inner) : Stream.of(name);
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface() && type.getName().startsWith("news.masthead.");
    }

    private static String kebab(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
