package news.masthead.access;

/** The kinds of decisions, as they are kept and counted. */
public enum Outcome {
    FREE,
    SAFETY,
    STAFF,
    ENTITLED,
    GIFT,
    /** A free story was spent. */
    SPENT,
    /** A free story that was spent before in the window. */
    READ_AGAIN,
    LAPSED,
    PREMIUM_ONLY,
    NOT_IN_PLAN,
    METER_USED_UP,
    REGISTRATION_WALL,
    CONFIRM_EMAIL,
    NOT_READING,
    CLOSED;

    /** Whether the reader met a wall that asks for something. */
    public boolean isWall() {
        return switch (this) {
            case FREE, SAFETY, STAFF, ENTITLED, GIFT, SPENT, READ_AGAIN, LAPSED, NOT_READING -> false;
            case PREMIUM_ONLY, NOT_IN_PLAN, METER_USED_UP, REGISTRATION_WALL, CONFIRM_EMAIL, CLOSED -> true;
        };
    }

    static Outcome of(Granted.Ground ground) {
        return switch (ground) {
            case Granted.Free free -> FREE;
            case Granted.Safety safety -> SAFETY;
            case Granted.Staff staff -> STAFF;
            case Granted.Entitled entitled -> ENTITLED;
            case Granted.Gift gift -> GIFT;
            case Granted.Metered metered -> READ_AGAIN;
        };
    }

    static Outcome of(Reason reason) {
        return switch (reason) {
            case Reason.Lapsed lapsed -> LAPSED;
            case Reason.PremiumOnly premium -> PREMIUM_ONLY;
            case Reason.NotInPlan plan -> NOT_IN_PLAN;
            case Reason.MeterUsedUp usedUp -> METER_USED_UP;
            case Reason.RegistrationWall wall -> REGISTRATION_WALL;
            case Reason.ConfirmEmail confirm -> CONFIRM_EMAIL;
            case Reason.NotReading peek -> NOT_READING;
            case Reason.Closed closed -> CLOSED;
        };
    }
}
