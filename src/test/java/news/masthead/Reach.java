package news.masthead;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a method may come to touch: what it calls, what that calls, and so on through the house; of what is abstract, every way it is done.
 */
final class Reach {

    private final String root;
    private final Set<JavaCodeUnit> seen = new HashSet<>();
    private final Set<AccessTarget> touched = new HashSet<>();

    private Reach(String root) {
        this.root = root;
    }

    static Reach of(JavaMethod method, String root) {
        Reach reach = new Reach(root);
        reach.follow(method);
        return reach;
    }

    /** Whether anything of a class is used. */
    boolean touches(String type) {
        return touched.stream().anyMatch(target -> isOf(target, type));
    }

    /** Whether a method or a field of a class is used. */
    boolean touches(String type, String member) {
        return touched.stream()
                .anyMatch(target -> isOf(target, type) && target.getName().equals(member));
    }

    private void follow(JavaCodeUnit from) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            JavaCodeUnit next = open.pop();
            if (seen.add(next)) {
                next.getAccessesFromSelf().stream().flatMap(this::met).forEach(open::push);
            }
        }
    }

    private Stream<JavaCodeUnit> met(JavaAccess<?> access) {
        touched.add(access.getTarget());
        JavaClass owner = access.getTargetOwner();
        if (!owner.getPackageName().startsWith(root)
                || !(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called)) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isSame(unit, called));
    }

    private static boolean isSame(JavaCodeUnit unit, AccessTarget.CodeUnitAccessTarget called) {
        return ((HasName) unit).getName().equals(called.getName())
                && ((HasParameterTypes) unit).getRawParameterTypes().equals(called.getRawParameterTypes());
    }

    private static boolean isOf(AccessTarget target, String type) {
        return target.getOwner().getFullName().equals(type);
    }
}
