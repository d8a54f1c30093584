package news.masthead.wire;

/** Somebody else saved the profile meanwhile; nothing was kept. */
public class OutdatedProfile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutdatedProfile() {
        super("Somebody changed this profile while you had it open. Open it again to see the change.");
    }
}
