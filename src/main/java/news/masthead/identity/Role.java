package news.masthead.identity;

/** The names of the roles, as they stand in tokens and in {@code @RolesAllowed}. Every logged-in person is a reader. */
public final class Role {

    public static final String READER = "reader";
    public static final String EDITOR = "editor";
    public static final String CHIEF = "chief";
    public static final String BILLING = "billing";
    public static final String ADMIN = "admin";

    private Role() {}
}
