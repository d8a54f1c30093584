package news.masthead.local;

import java.util.List;
import java.util.Locale;

/** The accounts that the local realm is born with; their ids stay the same in every data directory. */
enum LocalAccount {
    READER(
            "Meera",
            "Pillai",
            "a0000000-0000-4000-8000-000000000001",
            "reads-three-a-month",
            "Reads the free stories",
            "reader"),
    SUBSCRIBER("Arjun", "Sethi", "a0000000-0000-4000-8000-000000000002", "reads-everything", "Subscribes", "reader"),
    EDITOR(
            "Farah",
            "Qureshi",
            "a0000000-0000-4000-8000-000000000003",
            "edits-the-paper",
            "Works on the desk",
            "reader",
            "editor"),
    CHIEF(
            "Leela",
            "Iyer",
            "a0000000-0000-4000-8000-000000000004",
            "signs-the-paper-off",
            "Runs the desk",
            "reader",
            "editor",
            "chief"),
    ADMIN(
            "Dev",
            "Nair",
            "a0000000-0000-4000-8000-000000000005",
            "keeps-the-lights-on",
            "Runs the site",
            "reader",
            "billing",
            "admin"),
    BILLING(
            "Nandini",
            "Bose",
            "a0000000-0000-4000-8000-000000000006",
            "looks-after-readers",
            "Looks after readers’ money",
            "reader",
            "billing");

    private static final String DOMAIN = "masthead.example";

    private final String firstName;
    private final String lastName;
    private final String id;
    private final String password;
    private final String use;
    private final List<String> roles;

    LocalAccount(String firstName, String lastName, String id, String password, String use, String... roles) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.id = id;
        this.password = password;
        this.use = use;
        this.roles = List.of(roles);
    }

    /** What it logs in with. */
    String email() {
        return name().toLowerCase(Locale.ROOT) + "@" + DOMAIN;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    /** Its {@code sub} in every token. */
    String id() {
        return id;
    }

    String password() {
        return password;
    }

    /** What it is for, in a few words. */
    String use() {
        return use;
    }

    List<String> roles() {
        return roles;
    }
}
