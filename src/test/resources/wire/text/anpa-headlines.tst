V4644_-----
r e AP-Top-Coast-Headlines     11-24 0021
^*9006< ^AP-Top-Coast-Headlines,0021<
^AP Top Coast News at 11:23 p.m. IST<
^Ferry leaves harbour
^Captain waves to the crowd
	   AP-WF-11-24-26 0423GMT<


