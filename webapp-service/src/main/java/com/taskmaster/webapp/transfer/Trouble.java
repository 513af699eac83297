package com.taskmaster.webapp.transfer;

/** Why a file was not taken; the texts are in the message bundle under its name. */
public enum Trouble {
    NO_FILE,
    NOT_KEPT,
    EMPTY,
    TOO_LARGE,
    NOT_UTF8,
    BUSY,
    GONE
}
