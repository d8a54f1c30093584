package planted.story;

/** Planted: what a route may show only after it asked the gate. */
public class Story {
    public String opening;
}
