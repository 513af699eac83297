package com.taskmaster.webapp.transfer;

/** Why a file was rejected; the message bundle has a text for each name. */
public enum Trouble {
    NO_FILE,
    NOT_KEPT,
    EMPTY,
    TOO_LARGE,
    NOT_UTF8,
    BUSY,
    GONE
}
