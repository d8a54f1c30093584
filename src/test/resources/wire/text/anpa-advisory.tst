V9991_asian
b v BC-APNewsAdvisory     11-24 0040
^BC-AP News Advisory,40<
^MANDATORY KILL: Ferry-Harbour Leaving<
^Editors:<
	   Please kill the story Ferry-Harbour Leaving, W2607. A kill is mandatory. Make certain the story is not used.
	   The AP
	   AP-WF-11-24-26 0800GMT<
