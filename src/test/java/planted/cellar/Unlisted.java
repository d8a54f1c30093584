package planted.cellar;

/** Planted: in a room that no table lists. */
class Unlisted {}
