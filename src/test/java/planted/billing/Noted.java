package planted.billing;

/** Planted: what billing's own rooms alone may hear. */
public record Noted(String fact) {}
